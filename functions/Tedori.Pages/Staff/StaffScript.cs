using System.Security.Cryptography;
using System.Text;

namespace Tedori.Pages.Staff;

/// <summary>Shortcuts of the console. Everything works without it.</summary>
public static class StaffScript
{
    /// <summary>Route of the script.</summary>
    public const string Route = "assets/staff.js";

    /// <summary>The text.</summary>
    public static readonly string Text = Read();

    /// <summary>Digest of the text, short enough for an address.</summary>
    public static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];

    /// <summary>Address of this very text.</summary>
    public static readonly string Address = $"/{Route}?v={Digest}";

    private static string Read()
    {
        using var stream = typeof(StaffScript).Assembly.GetManifestResourceStream("staff.js")
            ?? throw new InvalidOperationException("The assembly lacks staff.js.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
