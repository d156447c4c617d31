using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Plans;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.CaseFiles;

/// <summary>
/// To which measures companies were led: one row for each case and measure, those of a programme in one partition, so that
/// they are counted in one scan. It decides nothing.
/// </summary>
public sealed class ReferralRecords(IRecords records)
{
    /// <summary>Records a referral. The same measure again is a no-op: who came first stays.</summary>
    /// <returns>The referral as it is in the record, and whether it was recorded now.</returns>
    public async Task<(RecordedReferral Recorded, bool IsNew)> RecordAsync(
        CaseId id, Measure measure, ReferralSource led, StaffMember by, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(by);
        var referral = new RecordedReferral(id, measure.Id.ToString(), led, at, by.Id, by.Name);
        var key = PartitionOf(id.Round.Edition).Row<RecordedReferral>($"{id}.{measure.Id}");
        var isNew = (await records.CommitAsync(key.Insert(referral), cancellation)).Succeeded;
        return isNew ? (referral, true) : ((await records.ReadAsync(key, cancellation))!.Body, false);
    }

    /// <summary>The referrals of a case, in order of time.</summary>
    public async Task<IReadOnlyList<RecordedReferral>> OfAsync(CaseId id, CancellationToken cancellation = default)
    {
        var rows = PartitionOf(id.Round.Edition).Prefix<RecordedReferral>($"{id}.");
        var referrals = await records.BodiesAsync(rows, cancellation).ToListAsync(cancellation);
        return [.. referrals.OrderBy(r => r.At).ThenBy(r => r.Measure, StringComparer.Ordinal)];
    }

    /// <summary>How often companies of a plan's programme were led to each of its measures, in the order of the plan.</summary>
    public async Task<IReadOnlyList<ReferralCount>> CountAsync(Plan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var counts = plan.Measures.ToDictionary(m => m.Id.ToString(), m => new ReferralCount(m, 0, 0, null));
        await foreach (var referral in records.BodiesAsync(
            PartitionOf(plan.Edition).All<RecordedReferral>(), cancellation))
        {
            // One of another year's plan is counted there.
            if (counts.TryGetValue(referral.Measure, out var count))
                counts[referral.Measure] = count.With(referral);
        }

        return [.. plan.Measures.Select(m => counts[m.Id.ToString()])];
    }

    private static RowPartition PartitionOf(string edition) => new(RecordSet.Office, $"referrals-{edition}");
}
