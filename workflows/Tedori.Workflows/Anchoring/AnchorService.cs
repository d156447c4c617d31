using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Audit;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Telemetry;

namespace Tedori.Workflows.Anchoring;

/// <summary>
/// Takes the anchor of a day: the heads of the hash chains of all cases, what is sealed of all rounds, the audit log
/// since the anchor before, and that anchor. Each page is kept when it is done, so that a run which was stopped goes on
/// there. Safe to repeat.
/// </summary>
public sealed class AnchorService(
    IRecords records, CaseRegister register, RoundRecords rounds, CaseCommandHandler cases, AuditLog audit, IClock clock)
{
    /// <summary>Takes the anchor of a day; a no-op where that day, or a later one, has one.</summary>
    /// <returns>The last anchor, which is of this day or a later one.</returns>
    public async Task<AnchorHead> TakeAsync(LocalDate day, CancellationToken cancellation = default)
    {
        var (last, taken) = await records.ChangeAsync(
            AnchorRows.Head, head => FollowAsync(day, head, cancellation), cancellation);
        if (taken)
            TedoriMeter.Anchors.Add(1);
        return last;
    }

    /// <summary>The line of a case that an anchor is chained over.</summary>
    internal static string LineOf(CaseId id, int events, string hash) => $"{id} {events} {hash}";

    private async Task<Change<AnchorHead, (AnchorHead Last, bool Taken)>> FollowAsync(
        LocalDate day, AnchorHead? head, CancellationToken cancellation)
    {
        if (head is not null && head.Day >= day)
            return new(head, (head, false));
        var seen = new List<RoundAnchor>();
        foreach (var round in register.Rounds)
            seen.Add(await RoundAsync(day, round, cancellation));
        var log = await AuditDigest.OfAsync(audit, head?.Day.PlusDays(1) ?? day, day, cancellation);
        var anchor = new Anchor(day, clock.GetCurrentInstant(), head?.Day, seen, log);
        var (body, hash) = AnchorRow.Chain(anchor, head?.Hash ?? HashChain.Start);
        var next = new AnchorHead(day, hash);
        return new(next, (next, true), [AnchorRows.Of(day).InsertText(body)]);
    }

    private async Task<RoundAnchor> RoundAsync(LocalDate day, RoundId round, CancellationToken cancellation)
    {
        var (count, digest) = (0, HashChain.Start);
        for (var number = 0; ; number++)
        {
            var page = await PageAsync(day, round, number, digest, cancellation);
            (count, digest) = (count + page.Events.Count, page.Digest);
            if (page.Events.Count < AnchorPage.Size)
                break;
        }

        var (state, _) = await rounds.StateAsync(round, cancellation);
        return new(round, count, digest, state.Digest, state.Seed, state.Chain);
    }

    // Another run may have seen the cases a moment earlier: the first page that is kept counts for both.
    private Task<AnchorPage> PageAsync(
        LocalDate day, RoundId round, int number, string digest, CancellationToken cancellation) =>
        records.ChangeAsync(AnchorRows.Page(day, round, number), async kept =>
        {
            var page = kept ?? await ReadPageAsync(round, number, digest, cancellation);
            return new Change<AnchorPage, AnchorPage>(page, page);
        }, cancellation);

    private async Task<AnchorPage> ReadPageAsync(
        RoundId round, int number, string digest, CancellationToken cancellation)
    {
        var first = number * AnchorPage.Size + 1;
        var last = Math.Min(first + AnchorPage.Size - 1, await rounds.LastSerialAsync(round, cancellation));
        var events = new List<int>();
        for (var serial = first; serial <= last; serial++)
        {
            var id = new CaseId(round, serial);
            var snapshot = await cases.ReadAsync(id, cancellation);
            events.Add(snapshot?.Events ?? 0);
            digest = HashChain.Next(digest, LineOf(id, events[^1], snapshot?.Hash ?? HashChain.Start));
        }

        return new(first, events, digest);
    }
}

/// <summary>The last anchor. Storage format.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AnchorHead(LocalDate Day, string Hash);
