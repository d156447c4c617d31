using System.Collections.Concurrent;
using Tedori.Programme;

namespace Tedori.Workflows.Sweeping;

/// <summary>
/// For which lapses each round was settled last by this process. A lapsed case stays in sight of the sweeper, so this
/// tells whether the ledger of places has to follow without reading it. What is forgotten costs one settlement, which
/// gives nothing where all is posted.
/// </summary>
public sealed class SettledEnds
{
    private readonly ConcurrentDictionary<RoundId, string> settled = new();

    internal bool Differ(RoundEnds seen) =>
        seen.HaveClosed || !settled.TryGetValue(seen.Round, out var lapsed) || lapsed != seen.Lapsed;

    internal void Keep(RoundEnds seen) => settled[seen.Round] = seen.Lapsed;
}
