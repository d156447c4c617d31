using Ganss.Xss;

namespace Tedori.Functions.Inbound;

/// <summary>
/// Markup of a stranger's mail, made harmless: nothing of it runs, loads, leads anywhere or is a form. It is shown in a sandbox
/// besides.
/// </summary>
public static class MailMarkup
{
    /// <summary>Most characters that are shown; the rest is in the original.</summary>
    public const int Most = 500_000;

    /// <summary>The policy under which it is shown: no script, no form, nothing loaded, an origin of its own.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private static readonly string[] Dropped =
        ["img", "picture", "source", "map", "area", "form", "input", "button", "select", "option", "optgroup", "textarea", "label",
         "fieldset", "legend", "keygen", "menu", "menuitem", "datalist", "output", "progress", "meter"];

    /// <summary>A whole page that shows it.</summary>
    public static string PageOf(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        var cut = markup.Length > Most ? markup[..Most] : markup;
        return "<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>メールの本文</title></head><body>"
            + Sanitizer().Sanitize(cut) + "</body></html>";
    }

    private static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        foreach (var tag in Dropped)
            sanitizer.AllowedTags.Remove(tag);
        // What leads elsewhere or loads something is dropped, and the words stay.
        sanitizer.AllowedSchemes.Clear();
        sanitizer.UriAttributes.Add("background");
        sanitizer.AllowedAttributes.Remove("href");
        sanitizer.AllowedAttributes.Remove("src");
        sanitizer.AllowedAttributes.Remove("background");
        sanitizer.AllowedAttributes.Remove("action");
        sanitizer.AllowedAttributes.Remove("name");
        sanitizer.FilterUrl += (_, e) => e.SanitizedUrl = null;
        return sanitizer;
    }
}
