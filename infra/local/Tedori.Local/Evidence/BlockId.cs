namespace Tedori.Local.Evidence;

/// <summary>Id of a block: 1 to 64 bytes that come in base64 and become part of a file name in hexadecimal.</summary>
internal readonly record struct BlockId(string FileName)
{
    /// <summary>What the file names of all blocks look like.</summary>
    public const string Pattern = "block-*";

    private const int MostBytes = 64;

    /// <summary>Parses base64; false where it is none, or too long.</summary>
    public static bool TryParse(string text, out BlockId id)
    {
        id = default;
        var bytes = new byte[MostBytes];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length == 0)
            return false;
        id = new($"block-{Convert.ToHexStringLower(bytes, 0, length)}");
        return true;
    }
}
