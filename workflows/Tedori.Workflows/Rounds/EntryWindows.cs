using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Signing;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>When rounds take entries, and how two people move the end of a window.</summary>
public sealed class EntryWindows(
    IRecords records, RoundRecords rounds, Disruptions disruptions, EditionCatalog editions, IHints hints, IClock clock)
{
    /// <summary>
    /// The window of a round as something received at an instant is judged by it: where that seems to be too late, the
    /// record is asked whether the window was moved meanwhile, in another process.
    /// </summary>
    public async Task<EntryWindow> OfAsync(
        RoundId round, Instant receivedAt, CancellationToken cancellation = default)
    {
        if (receivedAt >= Of(round).Closes)
            await disruptions.ApplyAsync(cancellation);
        return Of(round);
    }

    /// <summary>Whether the window can be moved so now, or why not.</summary>
    public async Task<Refusal?> CheckAsync(RoundId round, Instant to, CancellationToken cancellation = default)
    {
        await disruptions.ApplyAsync(cancellation);
        var edition = editions.Of(round);
        var phase = await rounds.IsFrozenAsync(round, cancellation)
            ? RoundPhase.Sealed
            : (await rounds.StateAsync(round, cancellation)).State.Phase;
        return WindowMove.Check(edition, edition.Round(round.Number), phase, to, clock.GetCurrentInstant());
    }

    /// <summary>Moves it, by a decision of two people. Safe to repeat under the same proposal.</summary>
    public async Task<Refusal?> MoveAsync(
        MovedWindow moved, Signatures signed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(moved);
        var known = (await disruptions.AllAsync(cancellation)).Windows;
        if (known.Any(w => w.Proposal == moved.Proposal && w.Round == moved.Round))
            return null;
        if (editions.Of(moved.Round).SecondPerson.Check(StaffAct.MoveWindow, signed) is { } missing)
            return missing;
        if (await CheckAsync(moved.Round, moved.Closes, cancellation) is { } refusal)
            return refusal;
        if (!await HoldOpenAsync(moved, cancellation))
            return WindowMove.Sealed(moved.Round.Number);
        await disruptions.KeepAsync(moved, cancellation);
        await hints.RoundChangedAsync(moved.Round, cancellation);
        return null;
    }

    // False where the list was frozen meanwhile. First, so that no other process freezes it before it reads of the move.
    private Task<bool> HoldOpenAsync(MovedWindow moved, CancellationToken cancellation) =>
        records.ChangeAsync(
            RoundRows.Counter(moved.Round),
            counter => counter is { Sealed: true }
                ? new Change<CounterRow, bool>(counter, false)
                : new((counter ?? CounterRow.Start) with { Closes = moved.Closes }, true), cancellation);

    private EntryWindow Of(RoundId round)
    {
        var edition = editions.Of(round);
        return EntryWindow.Of(edition, edition.Round(round.Number));
    }
}
