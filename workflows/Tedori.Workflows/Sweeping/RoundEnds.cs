using Tedori.Programme;
using Tedori.Programme.Cases;

namespace Tedori.Workflows.Sweeping;

/// <summary>
/// What a sweep saw of the ends of a round's cases, to know whether the ledger of places has to follow.
/// </summary>
internal sealed class RoundEnds(RoundId round)
{
    private readonly List<int> lapsed = [];
    private int closed;

    public RoundId Round => round;

    // By case and not by their number: one that lapses and one that is revived between two sweeps leave it the same.
    public string Lapsed => string.Join(',', lapsed.Order());

    public bool HaveClosed => closed > 0;

    public void Saw(CaseState state)
    {
        if (state.Outcome == Outcome.Lapsed)
            lapsed.Add(state.Id.Serial);
    }

    public void Closed() => closed++;
}
