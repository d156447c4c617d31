using System.Globalization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Office;

/// <summary>
/// Gives decision letters their numbers (文書番号): serial within a fiscal year, each once. A number stays with the
/// decision that first asked for it, whatever happens afterwards.
/// </summary>
public sealed class DocumentNumbers(IRecords records, EditionCatalog editions, IClock clock)
{
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
        return await FindAsync(year - 1, key, cancellation) ?? await records.ChangeAsync(
            Of(year).Row<DocumentCounterRow>("counter"), counter => NextAsync(id, year, key, counter, cancellation),
            cancellation);
    }

    private async Task<Change<DocumentCounterRow, DocumentNumber>> NextAsync(
        CaseId id, int year, string key, DocumentCounterRow? counter, CancellationToken cancellation)
    {
        if (await FindAsync(year, key, cancellation) is { } known)
            return new(counter, known);
        var number = new DocumentNumber(year, editions.Of(id).DocumentPrefix, counter?.Next ?? 1);
        return new(new(number.Serial + 1), number,
            [Letter(year, key).Insert(number), Serial(year, number.Serial).Insert(key)]);
    }

    private async Task<DocumentNumber?> FindAsync(int year, string key, CancellationToken cancellation) =>
        (await records.ReadAsync(Letter(year, key), cancellation))?.Body;

    private static RowPartition Of(int year) =>
        new(RecordSet.Office, string.Create(CultureInfo.InvariantCulture, $"documents-{year}"));

    private static RowKey<DocumentNumber> Letter(int year, string key) => Of(year).Row<DocumentNumber>(key);

    private static RowKey<string> Serial(int year, int serial) =>
        Of(year).Row<string>(string.Create(CultureInfo.InvariantCulture, $"number-{serial:000000}"));
}

/// <summary>The counter of the decision letters of a fiscal year. Storage format.</summary>
/// <param name="Next">The next serial number, from 1.</param>
public sealed record DocumentCounterRow(int Next);
