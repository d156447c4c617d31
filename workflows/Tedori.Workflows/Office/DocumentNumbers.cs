using System.Globalization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>
/// Gives decision letters their numbers (文書番号): serial within a fiscal year, each once. A number stays with the
/// decision that first asked for it, whatever happens afterwards.
/// </summary>
public sealed class DocumentNumbers(IRecords records, EditionCatalog editions, IClock clock)
{
    private const string Counter = "counter";

    /// <summary>
    /// The number of a decision about a case. Asking again gives the same number, also in a later fiscal year.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="decision">Which decision: <c>failEligibility</c>, <c>grant</c> or <c>refuse</c>.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task<DocumentNumber> AssignAsync(CaseId id, string decision, CancellationToken cancellation = default)
    {
        var year = DocumentNumber.FiscalYearOf(clock.GetCurrentInstant());
        var key = $"letter-{id}.{decision}";
        return await FindAsync(year - 1, key, cancellation) ?? await RecordsExtensions.UntilCommittedAsync(async () =>
        {
            if (await FindAsync(year, key, cancellation) is { } known)
                return known;
            var (counter, version) = await records.ReadAsync<DocumentCounterRow>(
                RecordSet.Office, Partition(year), Counter, cancellation);
            var number = new DocumentNumber(year, editions.Of(id).DocumentPrefix, counter?.Next ?? 1);
            var outcome = await records.CommitAsync(RecordSet.Office, Partition(year),
            [
                RecordsExtensions.Put(Counter, new DocumentCounterRow(number.Serial + 1), version),
                new Write.Insert(key, TedoriJson.Write(number)),
                new Write.Insert(Serial(number.Serial), TedoriJson.Write(key)),
            ], cancellation);
            return outcome.Succeeded ? number : null;
        });
    }

    private static string Partition(int year) => string.Create(CultureInfo.InvariantCulture, $"documents-{year}");

    private static string Serial(int serial) => string.Create(CultureInfo.InvariantCulture, $"number-{serial:000000}");

    private async Task<DocumentNumber?> FindAsync(int year, string key, CancellationToken cancellation) =>
        (await records.ReadAsync<DocumentNumber>(RecordSet.Office, Partition(year), key, cancellation)).Body;
}

/// <summary>The counter of the decision letters of a fiscal year. Storage format.</summary>
/// <param name="Next">The next serial number, from 1.</param>
public sealed record DocumentCounterRow(int Next);
