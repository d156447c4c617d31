namespace Tedori.Programme.Evidence;

/// <summary>What is needed of a file's content to recognise it, without holding all of it.</summary>
/// <param name="Size">Length of the file in bytes.</param>
/// <param name="Leading">Its first bytes: all of it or <see cref="MostLeading"/>.</param>
/// <param name="Trailing">Its last bytes: all of it or <see cref="MostTrailing"/>.</param>
public sealed record FileSample(long Size, ReadOnlyMemory<byte> Leading, ReadOnlyMemory<byte> Trailing)
{
    /// <summary>Most bytes of <see cref="Leading"/>.</summary>
    public const int MostLeading = 1024;

    /// <summary>Most bytes of <see cref="Trailing"/>: the directory of an office document lies there.</summary>
    public const int MostTrailing = 256 * 1024;

    /// <summary>Of a file that is held whole.</summary>
    public static FileSample Of(ReadOnlyMemory<byte> content) => new(
        content.Length, content[..Math.Min(content.Length, MostLeading)], content[Math.Max(0, content.Length - MostTrailing)..]);
}
