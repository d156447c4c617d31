using System.Runtime.CompilerServices;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Sweeping;

/// <summary>
/// Reads the cases of a sweep a few at a time and gives them in the order of their entries, so that what the sweep does
/// to them happens one after another, in the same order on every machine.
/// </summary>
internal sealed class OpenCases(IRecords records, CaseCommandHandler cases)
{
    /// <summary>Begins to read them; each read may fail by itself.</summary>
    public async IAsyncEnumerable<Task<SweptCase>> ReadAsync(
        IEnumerable<(EntryRow Entry, string Version)> entries, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reading = new Queue<Task<SweptCase>>(Sweeper.CasesAtOnce);
        try
        {
            foreach (var (entry, version) in entries)
            {
                if (reading.Count == Sweeper.CasesAtOnce)
                    yield return reading.Dequeue();
                reading.Enqueue(ReadAsync(entry, version, cancellation));
            }

            while (reading.TryDequeue(out var next))
                yield return next;
        }
        finally
        {
            // Only where the sweep ends early. Its own failure is what is reported; the next sweep reads these again.
            await Task.WhenAll((IEnumerable<Task>)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The outbox last: of a case that is closed it then shows every notice up to the end.
    private async Task<SweptCase> ReadAsync(EntryRow entry, string version, CancellationToken cancellation)
    {
        var snapshot = await cases.ReadAsync(entry.CaseId, cancellation);
        var waiting = await records.BodiesAsync(CaseRows.OutboxOf(entry.CaseId), cancellation)
            .ToListAsync(cancellation);
        return new(entry, version, waiting, snapshot);
    }
}
