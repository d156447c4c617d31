using System.Security.Cryptography;
using System.Text;

namespace Tedori.Pages.Applicants.Evidence;

/// <summary>The one script of the upload form. Its address holds its digest, so that a browser may keep it for good.</summary>
public static class UploadScript
{
    /// <summary>Route of the script.</summary>
    public const string Route = "assets/upload.js";

    /// <summary>The text.</summary>
    public static readonly string Text = Read();

    /// <summary>Digest of the text, short enough for an address.</summary>
    public static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];

    /// <summary>Address of this very text.</summary>
    public static readonly string Address = $"/{Route}?v={Digest}";

    private static string Read()
    {
        using var stream = typeof(UploadScript).Assembly.GetManifestResourceStream("upload.js")
            ?? throw new InvalidOperationException("The assembly lacks upload.js.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
