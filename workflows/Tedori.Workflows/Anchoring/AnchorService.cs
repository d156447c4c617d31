using Microsoft.Extensions.Logging;
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
/// there. A row that cannot be read is told of and keeps no other from being covered. Safe to repeat.
/// </summary>
public sealed class AnchorService(
    IRecords records, CaseRegister register, RoundRecords rounds, CaseCommandHandler cases, AuditLog audit, IClock clock,
    ILogger<AnchorService> logger)
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

        var state = await ReadAsync(async () => (await rounds.StateAsync(round, cancellation)).State);
        return new(round, count, digest, state?.Digest, state?.Seed, state?.Chain);
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
        var (events, unread) = (new List<int>(), new List<int>());
        for (var serial = first; serial <= last; serial++)
        {
            var id = new CaseId(round, serial);
            var head = await HeadAsync(id, cancellation);
            if (head is null)
                unread.Add(serial);
            events.Add(head?.Events ?? 0);
            digest = HashChain.Next(digest, LineOf(id, events[^1], head?.Hash ?? HashChain.Start));
        }

        return new(first, events, digest, unread.Count == 0 ? null : unread);
    }

    // A snapshot only repeats what the events say; where they cannot be read either, nothing of the case is covered.
    private async Task<CaseHead?> HeadAsync(CaseId id, CancellationToken cancellation) =>
        await ReadAsync(async () => await cases.ReadAsync(id, cancellation) is { } snapshot
            ? new CaseHead(snapshot.Events, snapshot.Hash)
            : CaseHead.None)
        ?? await ReadAsync(async () => await records.BodiesAsync(CaseRows.EventsOf(id), cancellation)
            .AggregateAsync(CaseHead.None, (head, row) => new(head.Events + 1, row.Hash), cancellation));

    private async Task<T?> ReadAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (DamagedRowException e)
        {
            TedoriMeter.AnchorRowsUnread.Add(1);
            logger.LogError("The anchor goes on although {Finding}.", e.Finding);
            return null;
        }
    }

    private sealed record CaseHead(int Events, string Hash)
    {
        public static readonly CaseHead None = new(0, HashChain.Start);
    }
}

/// <summary>The last anchor. Storage format.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AnchorHead(LocalDate Day, string Hash);
