using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Functions.Public.News;

/// <summary>Writes news as Atom (RFC 4287).</summary>
public static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    // Identifiers by RFC 4151: they outlive every address of the site.
    private const string Tag = "tag:tedori,2025:";

    /// <summary>The feed.</summary>
    /// <param name="news">The news, the latest first.</param>
    /// <param name="since">When it was changed last while there is no news.</param>
    /// <param name="self">Path of the feed.</param>
    /// <param name="site">Where paths begin, or null: then links are paths.</param>
    public static string Write(IReadOnlyList<NewsItem> news, Instant since, string self, Uri? site)
    {
        ArgumentNullException.ThrowIfNull(news);
        var text = new StringBuilder();
        using (var feed = XmlWriter.Create(new Utf8Writer(text), new() { Indent = true }))
        {
            feed.WriteStartElement("feed", Namespace);
            feed.WriteAttributeString("xml", "lang", null, "ja");
            Head(feed, $"{Tag}news", "奨励金のお知らせ", news.Count > 0 ? news[0].At : since);
            Link(feed, "self", self, site);
            Link(feed, "alternate", "/", site);
            feed.WriteStartElement("author");
            feed.WriteElementString("name", "公益財団法人東京しごと財団");
            feed.WriteEndElement();
            foreach (var item in news)
            {
                feed.WriteStartElement("entry");
                Head(feed, $"{Tag}{item.Key}", item.Title, item.At);
                feed.WriteElementString("published", InstantPattern.ExtendedIso.Format(item.At));
                Link(feed, "alternate", item.Path, site);
                feed.WriteElementString("summary", item.Text);
                feed.WriteEndElement();
            }

            feed.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Head(XmlWriter feed, string id, string title, Instant updated)
    {
        feed.WriteElementString("id", id);
        feed.WriteElementString("title", title);
        feed.WriteElementString("updated", InstantPattern.ExtendedIso.Format(updated));
    }

    private static void Link(XmlWriter feed, string relation, string path, Uri? site)
    {
        feed.WriteStartElement("link");
        feed.WriteAttributeString("rel", relation);
        feed.WriteAttributeString("href", site is null ? path : new Uri(site, path).AbsoluteUri);
        feed.WriteEndElement();
    }

    // A writer of text says UTF-16 of itself, which the file is not.
    private sealed class Utf8Writer(StringBuilder text) : StringWriter(text)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
