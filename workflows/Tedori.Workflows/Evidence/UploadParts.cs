using System.Runtime.CompilerServices;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// An upload in quarantine as its parts: so many of <see cref="PartSize"/> bytes, and the rest. Each can be put once
/// and is kept as it arrived; the file is what they are one after the other.
/// </summary>
/// <param name="Key">Names the upload.</param>
/// <param name="Size">Length in bytes of the whole, as it was declared.</param>
public sealed record UploadParts(UploadKey Key, long Size)
{
    /// <summary>
    /// How many bytes a part has: what is lost at most when a connection drops. Where it changes, an upload that is
    /// under way begins again.
    /// </summary>
    public const int PartSize = 4 * 1024 * 1024;

    /// <summary>How many parts there are.</summary>
    public int Count => (int)((Size + PartSize - 1) / PartSize);

    /// <summary>The parts, in their order.</summary>
    public IEnumerable<PartKey> Keys => Enumerable.Range(1, Count).Select(n => new PartKey(Key, n));

    /// <summary>How many bytes the part with this number must have.</summary>
    public long LengthOf(int number) => Math.Min(PartSize, Size - ((number - 1L) * PartSize));

    /// <summary>
    /// The length of the whole where its parts, in their order, have these lengths. It is the declared one only where
    /// each of them has its own: a part that is too long never makes up for one that is too short.
    /// </summary>
    public long SizeOf(IEnumerable<long> lengths)
    {
        foreach (var (index, length) in lengths.Index())
        {
            if (length != LengthOf(index + 1))
                return Size - LengthOf(index + 1) + length;
        }

        return Size;
    }

    /// <summary>
    /// Cuts what the server itself received into the parts. Where it is longer than the upload its last part is too
    /// long, where it is shorter one is too short: that is told when the upload is inspected. The content of a part
    /// can be read until the next one is asked for.
    /// </summary>
    public async IAsyncEnumerable<(PartKey Part, ReadOnlyMemory<byte> Content)> CutAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var buffer = new byte[LengthOf(1) + 1];
        foreach (var part in Keys)
        {
            var most = (int)LengthOf(part.Number) + (part.Number == Count ? 1 : 0);
            var read = await content.ReadAtLeastAsync(
                buffer.AsMemory(0, most), most, throwOnEndOfStream: false, cancellation);
            yield return (part, buffer.AsMemory(0, read));
        }
    }
}
