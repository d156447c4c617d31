using System.Collections.Concurrent;
using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Directory;

/// <summary>
/// The directory in memory, one for a process. Where several processes write, it is read again when it is older than
/// <paramref name="reload"/>; where this one writes alone, never.
/// </summary>
/// <param name="reload">How old what other processes wrote may be, or null where there are none.</param>
public sealed class DirectoryMirror(Duration? reload)
{
    private readonly ConcurrentDictionary<RoundId, Instant> loaded = [];
    private readonly ConcurrentDictionary<RoundId, MirroredRound> rounds = [];
    private readonly ConcurrentDictionary<RoundId, SemaphoreSlim> turns = [];

    /// <summary>Whether the cases of a round have to be read.</summary>
    internal bool IsStale(RoundId round, Instant now) =>
        !loaded.TryGetValue(round, out var at) || (reload is { } age && now - at > age);

    /// <summary>Waits for the turn to read a round; what it answers with gives the turn back.</summary>
    internal async Task<IDisposable> TurnAsync(RoundId round, CancellationToken cancellation)
    {
        var turn = turns.GetOrAdd(round, _ => new(1, 1));
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    /// <summary>Says that the cases of a round were read from an instant on.</summary>
    internal void Loaded(RoundId round, Instant at) => loaded[round] = at;

    /// <summary>Keeps a listing unless a newer one is there.</summary>
    internal void Put(CaseListing listing) => rounds.GetOrAdd(listing.Id.Round, _ => new()).Put(listing);

    /// <summary>The listing of a case, or null where it is not listed.</summary>
    internal CaseListing? Find(CaseId id) => rounds.TryGetValue(id.Round, out var round) ? round.Find(id) : null;

    /// <summary>All cases of a round, by serial.</summary>
    internal IReadOnlyList<ListedCase> Of(RoundId round) => rounds.TryGetValue(round, out var cases) ? cases.Ordered : [];

    private sealed class Turn(SemaphoreSlim taken) : IDisposable
    {
        public void Dispose() => taken.Release();
    }
}
