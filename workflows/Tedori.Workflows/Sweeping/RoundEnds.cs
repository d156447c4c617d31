using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Sweeping;

/// <summary>
/// What a sweep saw of the ends of a round's cases, to know whether the ledger of places has to follow.
/// </summary>
internal sealed class RoundEnds
{
    private int closed;
    private int lapsed;

    public void Saw(CaseState state) => lapsed += state.Outcome == Outcome.Lapsed ? 1 : 0;

    public void Closed() => closed++;

    /// <summary>
    /// Whether something came back, or a lapse was undone, that is not posted. A lapsed case stays in sight.
    /// </summary>
    public bool Differ(int postedLapses) => closed > 0 || lapsed != postedLapses;
}
