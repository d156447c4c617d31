using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Bulk;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Sends a selection of notices again, by an orchestration and with a verdict each. Safe to repeat: each notice is sent
/// again once for each job. Items are the notices by their place in the job, from 1.
/// </summary>
public sealed class NoticeJobs(IRecords records, NoticeRepetition repetition, IHints hints, IClock clock)
    : IBulkWork, IBulkList
{
    /// <summary>Most notices of one job.</summary>
    public const int MostNotices = 500;

    private static readonly RowPartition Jobs = new(RecordSet.Office, "notice-jobs");

    private static readonly Refusal KeyUsed = new("keyUsed",
        "この画面からは、すでに別の内容の再送を始めています。この内容はまだ送っていません。内容を確認して、もう一度再送してください。");

    /// <inheritdoc/>
    public string Kind => "notices";

    /// <summary>
    /// Starts a job, which an orchestration then does. The same again is the same job; other content under its id is
    /// refused.
    /// </summary>
    public async Task<(NoticeJob? Job, Refusal? Refusal)> StartAsync(
        NoticeJob job, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        if ((Check(job) ?? await repetition.CheckAddressAsync(job.Originals[0], job.To, cancellation)) is { } refusal)
            return (null, refusal);
        var asked = job with { Originals = [.. job.Originals.Distinct()] };
        // A conflict means that the request was sent twice, or that another one bears its key.
        if (!(await records.CommitAsync(KeyOf(job.Id).Insert(asked), cancellation)).Succeeded
            && ContentOf((await FindAsync(job.Id, cancellation))!) != ContentOf(asked))
            return (null, KeyUsed);
        await hints.BulkPendingAsync(new(Kind, job.Id), cancellation);
        return (await FindAsync(job.Id, cancellation), null);
    }

    /// <inheritdoc/>
    public async Task<OpenItems> FindAsync(
        string id, string after, int most, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { Done: false } job)
            return OpenItems.None;
        var done = (await VerdictsAsync(id, cancellation)).Select(v => v.Original).ToHashSet();
        List<string> open =
            [.. job.Originals.Index().Where(o => !done.Contains(o.Item)).Select(o => ItemOf(o.Index + 1))];
        if (open.Count == 0)
            await records.ChangeAsync(KeyOf(id), j => j! with { Done = true }, cancellation);
        return OpenItems.Next(open, after, most);
    }

    /// <inheritdoc/>
    public async Task PerformAsync(string id, string item, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is not { Done: false } job)
            return;
        var original = job.Originals[int.Parse(item, NumberStyles.None, CultureInfo.InvariantCulture) - 1];
        if (!await records.ExistsAsync(VerdictOf(id, original), cancellation))
            await RepeatAsync(job, original, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(BulkId Bulk, Instant Since)> UnfinishedAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var job in AllAsync().WithCancellation(cancellation))
        {
            if (!job.Done)
                yield return (new(Kind, job.Id), job.StartedAt);
        }
    }

    /// <summary>All jobs, by id.</summary>
    public IAsyncEnumerable<NoticeJob> AllAsync() => records.BodiesAsync(Jobs.All<NoticeJob>());

    /// <summary>The job, or null where there is none.</summary>
    public async Task<NoticeJob?> FindAsync(string id, CancellationToken cancellation = default) =>
        (await records.ReadAsync(KeyOf(id), cancellation))?.Body;

    /// <summary>The verdicts so far, by notice.</summary>
    public async Task<IReadOnlyList<NoticeVerdict>> VerdictsAsync(
        string id, CancellationToken cancellation = default) =>
        await records.BodiesAsync(VerdictsOf(id).All<NoticeVerdict>(), cancellation).ToListAsync(cancellation);

    // What was asked by whom; when, and what became of it since, makes no difference.
    private static string ContentOf(NoticeJob job) => TedoriJson.Write(
        job with { Name = "", StartedAt = Instant.FromUnixTimeSeconds(0), Done = false });

    private static Refusal? Check(NoticeJob job)
    {
        if (job.Originals.Count is 0 or > MostNotices)
            return new("jobSize", $"対象の通知は1件以上{MostNotices}件以下にしてください。");
        if (job.Originals.Count > 1 && job.Revoke)
            return new("secondPersonMissing", "複数の申請のリンクを無効にするには、別の承認者の承認が必要です。起案してください。");
        if (job.Originals.Count > 1 && job.To is not null)
            return new("addressForMany", "宛先を変えられるのは1件ずつです。宛先を空欄にするか、通知を1件だけ選んでください。");
        return job.Reason.Trim().Length is 0 or > 1000 ? Refusals.ReasonMissing : null;
    }

    private static string ItemOf(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    private static RowKey<NoticeJob> KeyOf(string id) => Jobs.Row<NoticeJob>(id);

    private static RowPartition VerdictsOf(string id) => new(RecordSet.Office, $"notice-job-{id}");

    private static RowKey<NoticeVerdict> VerdictOf(string id, NoticeId original) =>
        VerdictsOf(id).Row<NoticeVerdict>(original.ToString());

    private async Task RepeatAsync(NoticeJob job, NoticeId original, CancellationToken cancellation)
    {
        var by = new StaffMember(job.By, job.Name, []);
        var refusal = await repetition.RepeatAsync(
            $"{job.Id}.{original}", original, job.To, job.Reason, job.Revoke, by, signed: null, cancellation);
        var verdict = new NoticeVerdict(original, clock.GetCurrentInstant(), refusal);
        // A conflict means that another run did it meanwhile.
        await records.CommitAsync(VerdictOf(job.Id, original).Insert(verdict), cancellation);
    }
}
