using Tedori.Functions.Components;

namespace Tedori.Functions.Applicants.Uploads;

/// <summary>
/// The one script of the upload form. Its address holds its digest, so that a browser may keep it for good.
/// </summary>
public static class UploadScript
{
    /// <summary>Route of the script.</summary>
    public const string Route = "assets/upload.js";

    /// <summary>The text.</summary>
    public static readonly string Text = EmbeddedText.Read("upload.js");

    /// <summary>Digest of the text, short enough for an address.</summary>
    public static readonly string Digest = EmbeddedText.DigestOf(Text);

    /// <summary>Address of this very text.</summary>
    public static readonly string Address = $"/{Route}?v={Digest}";
}
