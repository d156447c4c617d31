namespace Tedori.Functions.Components;

/// <summary>
/// The script of a page. Everything works without it. Its address holds its digest, so that a browser may keep it for
/// good.
/// </summary>
public sealed class Script
{
    /// <summary>Lets the server's clock run on at the front page.</summary>
    public static readonly Script HomeClock = new("home-clock.js");

    /// <summary>Of the pages behind a signed link.</summary>
    public static readonly Script My = new("my.js");

    /// <summary>Shortcuts of the console.</summary>
    public static readonly Script Staff = new("staff.js");

    /// <summary>Of the upload form.</summary>
    public static readonly Script Upload = new("upload.js");

    private static readonly Dictionary<string, Script> All =
        new[] { HomeClock, My, Staff, Upload }.ToDictionary(s => s.name, StringComparer.Ordinal);

    private readonly string name;

    private Script(string name)
    {
        this.name = name;
        Text = EmbeddedText.Read(name);
        Digest = EmbeddedText.DigestOf(Text);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Digest of the text, short enough for an address.</summary>
    public string Digest { get; }

    /// <summary>Address of this very text.</summary>
    public string Address => $"/assets/{name}?v={Digest}";

    /// <summary>The script of that name, or null.</summary>
    public static Script? Find(string name) => All.GetValueOrDefault(name);
}
