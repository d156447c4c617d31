using System.Globalization;
using System.Text;
using Tedori.Programme;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Anchoring;

/// <summary>
/// The bounds of receipt numbers as sealed documents, one for each hundred numbers: they are never changed, lie in
/// another account than the records, and those of a round follow each other without a gap.
/// </summary>
public sealed class SealedNumberBounds(ISealedDocuments documents) : INumberBounds
{
    /// <summary>
    /// How many numbers are reserved at once, and so the most that a start leaves out. Storage format.
    /// </summary>
    public const int Block = 100;

    /// <inheritdoc/>
    public async Task<int> HighestAsync(RoundId round, CancellationToken cancellation = default)
    {
        var (reserved, free) = (0, 1);
        while (await IsReservedAsync(round, free, cancellation))
            (reserved, free) = (free, free * 2);
        while (free - reserved > 1)
        {
            var middle = reserved + (free - reserved) / 2;
            if (await IsReservedAsync(round, middle, cancellation))
                reserved = middle;
            else
                free = middle;
        }

        return reserved * Block;
    }

    /// <inheritdoc/>
    public async Task<int> RaiseAsync(RoundId round, int number, CancellationToken cancellation = default)
    {
        var last = (number + Block - 1) / Block;
        var first = last;
        // Those before are there, unless the round began before numbers were reserved.
        while (first > 1 && !await IsReservedAsync(round, first - 1, cancellation))
            first--;
        for (var block = first; block <= last; block++)
            await documents.PutAsync(NameOf(round, block), ContentOf(block), cancellation);
        return last * Block;
    }

    private async Task<bool> IsReservedAsync(RoundId round, int block, CancellationToken cancellation)
    {
        await using var content = await documents.OpenAsync(NameOf(round, block), cancellation);
        return content is not null;
    }

    private static byte[] ContentOf(int block) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{{\"upTo\":{block * Block}}}"));

    private static string NameOf(RoundId round, int block) =>
        string.Create(CultureInfo.InvariantCulture, $"numbers/{round}/{block:000000}.json");
}
