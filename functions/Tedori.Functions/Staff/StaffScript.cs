using Tedori.Functions.Components;

namespace Tedori.Functions.Staff;

/// <summary>Shortcuts of the console. Everything works without it.</summary>
public static class StaffScript
{
    /// <summary>Route of the script.</summary>
    public const string Route = "assets/staff.js";

    /// <summary>The text.</summary>
    public static readonly string Text = EmbeddedText.Read("staff.js");

    /// <summary>Digest of the text, short enough for an address.</summary>
    public static readonly string Digest = EmbeddedText.DigestOf(Text);

    /// <summary>Address of this very text.</summary>
    public static readonly string Address = $"/{Route}?v={Digest}";
}
