namespace Tedori.Functions.Inbound;

/// <summary>
/// Looks at a mail before it is parsed: what would cost many times its length is not parsed at all. It is kept all the same.
/// </summary>
internal static class MimeGuard
{
    private const int LongestHead = 256 * 1024;
    private const int MostBoundaries = 2_000;
    private const int MostHeaders = 100_000;
    private const int LongestName = 76;

    /// <summary>Whether it may be parsed.</summary>
    public static bool Admits(ReadOnlySpan<byte> raw)
    {
        var (boundaries, headers, read, head) = (0, 0, 0, true);
        for (var rest = raw; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            if (head)
            {
                head = !line.TrimEnd((byte)'\r').IsEmpty;
                if (read + line.Length > LongestHead)
                    return false;
            }

            if (line.StartsWith("--"u8) && ++boundaries > MostBoundaries)
                return false;
            if (IsHeader(line) && ++headers > MostHeaders)
                return false;
            read += line.Length + 1;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return true;
    }

    private static bool IsHeader(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOf((byte)':');
        return colon > 0 && !line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~');
    }
}
