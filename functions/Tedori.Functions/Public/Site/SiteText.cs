using System.Collections.Frozen;
using System.Text.Json;
using Tedori.Functions.Components;
using Tedori.Functions.Languages;
using Tedori.Programme.Serialization;

namespace Tedori.Functions.Public.Site;

/// <summary>The texts of the pages that explain, from one file for each language; names of facts stand in braces.</summary>
public static class SiteText
{
    private static readonly FrozenDictionary<string, Dictionary<string, SitePageText>> Read =
        Language.All.ToFrozenDictionary(l => l.Code, l => File(l.Code));

    /// <summary>All pages by the name that is their address, in the language of the reader.</summary>
    public static IReadOnlyDictionary<string, SitePageText> Pages => In(Language.Current);

    /// <summary>All pages in a language.</summary>
    public static IReadOnlyDictionary<string, SitePageText> In(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return Read[language.Code];
    }

    private static Dictionary<string, SitePageText> File(string code) =>
        JsonSerializer.Deserialize<Dictionary<string, SitePageText>>(
            EmbeddedText.Read($"Site/site-{code}.json"), TedoriJson.Options)!;
}

/// <summary>The text of one page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What stands at the top.</param>
/// <param name="Sections">Its sections, in order.</param>
public sealed record SitePageText(
    string Title, IReadOnlyList<string> Lead, IReadOnlyList<SiteSectionText> Sections);

/// <summary>The text of one section.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Paragraphs before what the programme file says.</param>
/// <param name="Show">What of the programme file stands here, or null.</param>
/// <param name="After">Paragraphs after it.</param>
public sealed record SiteSectionText(
    string Id, string Heading, IReadOnlyList<string> Text, SiteData? Show = null, IReadOnlyList<string>? After = null);

/// <summary>What of the programme file a section shows.</summary>
public enum SiteData
{
    /// <summary>Who may enter.</summary>
    Conditions,

    /// <summary>What is paid.</summary>
    Amounts,

    /// <summary>The steps of a round with their dates.</summary>
    Steps,

    /// <summary>The documents of each step.</summary>
    Documents,
}
