using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Post;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Post;

/// <summary>
/// The post room (郵便の受付): records envelopes, has their postmarks read by as many people as it takes, and files what is
/// settled in the same step as an electronic filing. Safe to repeat.
/// </summary>
public sealed partial class PostService(IRecords records, EditionCatalog editions, CaseCommandHandler cases, IEvidenceStore store, StaffTasks tasks,
    IClock clock)
{
    private readonly EnvelopeJudge judge = new(records, editions, cases, clock);

    /// <summary>
    /// Records an envelope with its first reading. The same again is the same envelope; other content under its id is
    /// refused.
    /// </summary>
    public async Task<EnvelopeAnswer> RecordAsync(Envelope envelope, CancellationToken cancellation = default)
    {
        if (await CheckAsync(envelope, cancellation) is { } refusal)
            return new(null, refusal);
        var key = Key(envelope.Case.Round, envelope.Id);
        if (await WaitsAsync(envelope, cancellation))
            await HoldAsync(envelope, cancellation);
        // A conflict means that the request was sent twice, or that another one bears its key.
        if (!(await records.CommitAsync(key.Insert(envelope), cancellation)).Succeeded
            && await IsAnotherAsync(envelope, cancellation))
            return new(null, PostRefusals.KeyUsed);
        return await SettleAsync(envelope.Case.Round, envelope.Id, cancellation);
    }

    /// <summary>Why an envelope could not be recorded with its first reading, or null.</summary>
    public async Task<Refusal?> CheckAsync(Envelope envelope, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (await cases.ReadAsync(envelope.Case, cancellation) is null)
            return new("noSuchCase", $"受付番号{envelope.Case}の申請はありません。番号を確認してください。");
        if (envelope.Arrived > JapanTime.DateOf(clock.GetCurrentInstant()))
            return new("arrivalInFuture", "到着日が未来の日付です。今日までの日付を入力してください。");
        if (envelope.Readings is not [{ } reading])
            throw new ArgumentException("An envelope is recorded with one reading.", nameof(envelope));
        return EnvelopeJudge.Check(reading, envelope.Arrived) ?? await judge.CheckAsync(envelope, cancellation)
            ?? (await IsAnotherAsync(envelope, cancellation) ? PostRefusals.KeyUsed : null)
            ?? (envelope.Mail is null ? null : await DecideAsync(envelope, cancellation));
    }

    private async Task<bool> IsAnotherAsync(Envelope envelope, CancellationToken cancellation) =>
        await FindAsync(envelope.Case.Round, envelope.Id, cancellation) is { } known
        && EnvelopeContent.Of(known) != EnvelopeContent.Of(envelope);

    /// <summary>A second person reads the postmark of an envelope that waits for it.</summary>
    public async Task<EnvelopeAnswer> ReadAgainAsync(
        RoundId round, string id, PostmarkReading reading, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (!await HasSeenAsync(round, id, reading.By, cancellation))
            return new(await FindAsync(round, id, cancellation), PostRefusals.PhotoUnseen);
        Refusal? refusal = null;
        var envelope = await ChangeAsync(round, id, e =>
        {
            refusal = e.State != EnvelopeState.AwaitingSecondReading ? PostRefusals.NotWaiting
                : e.Readings.Any(r => string.Equals(r.By, reading.By, StringComparison.OrdinalIgnoreCase)) ? PostRefusals.SamePerson
                : EnvelopeJudge.Check(reading, e.Arrived);
            return refusal is null ? e with { Readings = [.. e.Readings, reading] } : e;
        }, cancellation);
        return envelope is null || refusal is not null
            ? new(envelope, refusal ?? PostRefusals.NoSuchEnvelope)
            : await SettleAsync(round, id, cancellation);
    }

    /// <summary>Files an envelope with its postmark. The same decision again is a no-op; another is refused.</summary>
    /// <param name="round">The round of its case.</param>
    /// <param name="id">Id of the envelope.</param>
    /// <param name="postmark">The postmark that was read, or that an approver decided; null in a mail.</param>
    /// <param name="decision">Id of the approved proposal, or null where the readings settled it.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public async Task<EnvelopeAnswer> FileAsync(
        RoundId round, string id, LocalDate? postmark, string? decision, CancellationToken cancellation = default)
    {
        if (await FindAsync(round, id, cancellation) is not { } envelope)
            return new(null, PostRefusals.NoSuchEnvelope);
        if (IsSettled(envelope))
        {
            await ReleaseAsync(envelope, cancellation);
            return new(envelope, decision is null || envelope.Decision == decision ? null : PostRefusals.AlreadySettled);
        }

        if (decision is not null && !await ClaimAsync(envelope, decision, cancellation))
            return new(envelope, PostRefusals.AlreadySettled);
        var found = (await cases.LoadAsync(envelope.Case, cancellation))!;
        var answer = await cases.UntilDecidedAsync(
            found, current => TryFileAsync(envelope, postmark, current, cancellation), cancellation);
        var refusal = (answer as CaseAnswer.Refused)?.Refusal;
        var state = refusal is null ? EnvelopeState.Filed : EnvelopeState.Refused;
        return new(await EndAsync(envelope, state, refusal, decision, cancellation), null);
    }

    /// <summary>
    /// Refuses a mail that was no attempt to file, and tells the company why. The same decision again is a no-op; another is
    /// refused.
    /// </summary>
    /// <param name="round">The round of its case.</param>
    /// <param name="id">Id of what the mail brought.</param>
    /// <param name="reason">Why, in Japanese; the company is told.</param>
    /// <param name="decision">Id of the approved proposal.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public async Task<EnvelopeAnswer> RejectAsync(
        RoundId round, string id, string reason, string decision, CancellationToken cancellation = default)
    {
        if (await FindAsync(round, id, cancellation) is not { Mail: not null } attempt)
            return new(null, PostRefusals.NoSuchEnvelope);
        if (IsSettled(attempt))
        {
            await ReleaseAsync(attempt, cancellation);
            return new(attempt, attempt.Decision == decision ? null : PostRefusals.AlreadySettled);
        }

        if (!await ClaimAsync(attempt, decision, cancellation))
            return new(attempt, PostRefusals.AlreadySettled);
        var refusal = AttemptRules.Rejected(reason);
        await cases.HandleAsync(attempt.Case, Rejecting(attempt, refusal), cancellation);
        return new(await EndAsync(attempt, EnvelopeState.Refused, refusal, decision, cancellation), null);
    }

    private async Task<Envelope?> EndAsync(
        Envelope envelope, EnvelopeState state, Refusal? refusal, string? decision, CancellationToken cancellation)
    {
        var after = await ChangeAsync(
            envelope.Case.Round, envelope.Id,
            e => IsSettled(e) ? e : e with { State = state, Refusal = refusal, Decision = decision }, cancellation);
        await ReleaseAsync(envelope, cancellation);
        return after;
    }

    /// <summary>Writes down that a member looks at the photo of an envelope. Safe to repeat.</summary>
    public Task SeeAsync(RoundId round, string id, string member, CancellationToken cancellation = default) =>
        // A conflict means that the member looked before.
        records.CommitAsync(Seen(round, id, member).Insert(clock.GetCurrentInstant().ToString()), cancellation);

    /// <summary>Whether a member has looked at the photo of an envelope.</summary>
    public Task<bool> HasSeenAsync(
        RoundId round, string id, string member, CancellationToken cancellation = default) =>
        records.ExistsAsync(Seen(round, id, member), cancellation);

    /// <summary>All envelopes of a round, by id.</summary>
    public IAsyncEnumerable<Envelope> OfRoundAsync(RoundId round) =>
        records.BodiesAsync(PartitionOf(round).All<Envelope>());

    /// <summary>The envelope, or null where there is none.</summary>
    public async Task<Envelope?> FindAsync(RoundId round, string id, CancellationToken cancellation = default) =>
        (await records.ReadAsync(Key(round, id), cancellation))?.Body;

    /// <summary>Whether nothing more becomes of an envelope.</summary>
    internal static bool IsSettled(Envelope envelope) => envelope.State is EnvelopeState.Filed or EnvelopeState.Refused;

    /// <summary>The command that files an envelope.</summary>
    internal CaseCommand CommandOf(Envelope envelope, LocalDate? postmark, CaseState state) =>
        PostalFiling.CommandOf(editions.Of(envelope.Case), state, envelope, postmark, clock.GetCurrentInstant());

    // What is written in it is kept as the statement of a filing online is.
    private async Task<CaseAnswer?> TryFileAsync(
        Envelope envelope, LocalDate? postmark, LoadedCase found, CancellationToken cancellation)
    {
        var kept = envelope;
        if (PostalFiling.PaperOf(editions.Of(found.Id), found.State, envelope) is { } paper)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(TedoriJson.Write(paper)));
            var file = await store.PutAsync(found.Id, FilingPaper.FileName, content, cancellation);
            kept = envelope with { Files = [file, .. envelope.Files] };
        }

        return await cases.TryHandleAsync(found, CommandOf(kept, postmark, found.State), cancellation);
    }

    private async Task<EnvelopeAnswer> SettleAsync(RoundId round, string id, CancellationToken cancellation)
    {
        if (await FindAsync(round, id, cancellation) is not { } envelope)
            return new(null, PostRefusals.NoSuchEnvelope);
        if (IsSettled(envelope))
        {
            await ReleaseAsync(envelope, cancellation);
            return new(envelope, null);
        }

        return await (await judge.VerdictAsync(envelope, cancellation)).Match(
            settled => FileAsync(round, id, settled.Postmark, decision: null, cancellation),
            () => WaitAsync(
                envelope, EnvelopeState.AwaitingSecondReading, "消印が期限の判断に関わります。別の職員が消印を読み取ってください。", cancellation),
            () => WaitAsync(
                envelope, EnvelopeState.AwaitingApprover, envelope.Mail is not null
                    ? "締切前に届いたメールです。期限内の提出と認めるかどうかを起案し、承認者の承認を受けてください。"
                    : "消印を読み取れないか、2人の読み取りが異なります。承認者の認定を起案してください。", cancellation));
    }

    private async Task<EnvelopeAnswer> WaitAsync(
        Envelope envelope, EnvelopeState state, string text, CancellationToken cancellation)
    {
        await HoldAsync(envelope, cancellation);
        var waiting = await ChangeAsync(envelope.Case.Round, envelope.Id, e => e with { State = state }, cancellation);
        var kind = envelope.Mail is not null ? "attemptWaits"
            : state == EnvelopeState.AwaitingApprover ? "postmarkDisputed" : "postmarkSecondReading";
        await tasks.RaiseAsync(new(kind, $"{envelope.Case}.{envelope.Id}", clock.GetCurrentInstant(), text), cancellation);
        return new(waiting, null);
    }

    // Before the envelope itself is kept: nothing that ends the case comes between.
    private async Task HoldAsync(Envelope envelope, CancellationToken cancellation) => await cases.HandleAsync(
        envelope.Case, new CaseCommand.RecordEnvelope(
            clock.GetCurrentInstant(), PostalFiling.KeyOf(envelope), envelope.Mail is null ? null : true), cancellation);

    private async Task ReleaseAsync(Envelope envelope, CancellationToken cancellation) => await cases.HandleAsync(
        envelope.Case, new CaseCommand.SettleEnvelope(clock.GetCurrentInstant(), PostalFiling.KeyOf(envelope)), cancellation);

    private async Task<bool> WaitsAsync(Envelope envelope, CancellationToken cancellation) =>
        await judge.VerdictAsync(envelope, cancellation) is not PostmarkVerdict.Settled;

    private Task<Envelope?> ChangeAsync(
        RoundId round, string id, Func<Envelope, Envelope> change, CancellationToken cancellation) =>
        records.ChangeAsync(Key(round, id), before => before is null ? null : change(before), cancellation);

    // Names of members are not row keys.
    private static RowKey<string> Seen(RoundId round, string id, string member) =>
        new RowPartition(RecordSet.Office, $"post-seen-{round}").Row<string>(
            $"{id}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(member)))}");

    private static RowKey<Envelope> Key(RoundId round, string id) => PartitionOf(round).Row<Envelope>(id);

    private static RowPartition PartitionOf(RoundId round) => new(RecordSet.Office, $"post-{round}");

}

/// <summary>An envelope after something was done with it.</summary>
/// <param name="Envelope">As it stands, or null where there is none.</param>
/// <param name="Refusal">Why what was asked was not done, or null.</param>
public sealed record EnvelopeAnswer(Envelope? Envelope, Refusal? Refusal);
