namespace Tedori.Functions.Languages;

/// <summary>
/// A language in which the pages for companies are written. Japanese binds; the others explain it. Not a culture of .NET:
/// the app runs without culture data, and easy Japanese is none.
/// </summary>
public sealed class Language
{
    /// <summary>The language of the programme, which binds.</summary>
    public static readonly Language Japanese = new("ja", "ja", "日本語");

    /// <summary>Plain Japanese for people who are learning it (やさしい日本語).</summary>
    public static readonly Language Easy = new("ja-easy", "ja", "やさしい日本語");

    /// <summary>English.</summary>
    public static readonly Language English = new("en", "en", "English");

    private Language(string code, string html, string name) => (Code, Html, Name) = (code, html, name);

    /// <summary>All, in the order in which they are offered.</summary>
    public static IReadOnlyList<Language> All { get; } = [Japanese, Easy, English];

    /// <summary>The language of the page that is being made; Japanese outside of pages.</summary>
    public static Language Current => Reader.Current.Language;

    /// <summary>How the cookie and the names of resource files call it.</summary>
    public string Code { get; }

    /// <summary>The value of the attribute <c>lang</c>.</summary>
    public string Html { get; }

    /// <summary>Its name in itself.</summary>
    public string Name { get; }

    /// <summary>Whether it is the one that binds.</summary>
    public bool Binds => this == Japanese;

    /// <summary>The language of that code, or null.</summary>
    public static Language? Find(string? code) => All.FirstOrDefault(l => l.Code == code);
}
