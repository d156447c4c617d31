using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Audit;

/// <summary>
/// Who saw and did what: a partition for each day in Japan, in order of time and, in the same instant, of writing. Rows
/// are added, never changed.
/// </summary>
public sealed class AuditLog(IRecords records)
{
    private static readonly NodaTime.Text.InstantPattern KeyPattern =
        NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'.'fffffffff");

    /// <summary>Records an entry. The very same entry again is the same row.</summary>
    public async Task WriteAsync(AuditEntry entry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(TedoriJson.Write(entry)));
        var (day, instant) = (PartitionOf(JapanTime.DateOf(entry.At)), KeyPattern.Format(entry.At) + "-");
        var key = day.Row<AuditEntry>(instant + Convert.ToHexStringLower(digest.AsSpan(0, 8)));
        var place = await records.PlaceAsync(day.Prefix<AuditEntry>(instant), key, cancellation);
        await records.CommitAsync(key.Insert(entry with { Sequence = place }), cancellation);
    }

    /// <summary>The entries of a day, Asia/Tokyo, in order of time and of writing.</summary>
    public IAsyncEnumerable<AuditEntry> OfDayAsync(LocalDate day) =>
        records.BodiesAsync(PartitionOf(day).All<AuditEntry>()).InOrderOfWriting();

    /// <summary>What a query asks for, in order of time.</summary>
    public async IAsyncEnumerable<AuditEntry> FindAsync(AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        for (var day = query.From; day <= query.To; day = day.PlusDays(1))
        {
            await foreach (var entry in OfDayAsync(day))
            {
                if (query.Suits(entry))
                    yield return entry;
            }
        }
    }

    /// <summary>What a query asks for, the latest first; reads only as many days as it is asked for.</summary>
    public async IAsyncEnumerable<AuditEntry> FindLatestAsync(AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        for (var day = query.To; day >= query.From; day = day.PlusDays(-1))
        {
            var entries = new List<AuditEntry>();
            await foreach (var entry in FindAsync(query with { From = day, To = day }))
                entries.Add(entry);
            for (var i = entries.Count - 1; i >= 0; i--)
                yield return entries[i];
        }
    }

    private static RowPartition PartitionOf(LocalDate day) => new(RecordSet.Office,
        "audit-" + NodaTime.Text.LocalDatePattern.Iso.Format(day).Replace("-", "", StringComparison.Ordinal));
}
