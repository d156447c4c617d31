using Tedori.Programme;
using Tedori.Workflows.Directory;

namespace Tedori.Functions.Statistics;

/// <summary>The cases of one round, counted one after the other.</summary>
internal sealed class RoundTally
{
    /// <summary>Cases without an outcome, by step.</summary>
    public Dictionary<Step, int> Running { get; } = [];

    /// <summary>Cases by outcome.</summary>
    public Dictionary<Outcome, int> Ended { get; } = [];

    /// <summary>Sum of the grants in yen.</summary>
    public long GrantYen { get; set; }

    /// <summary>Counts a case.</summary>
    public void Add(CaseListing listing)
    {
        if (listing.Outcome is { } outcome)
            Ended[outcome] = Ended.GetValueOrDefault(outcome) + 1;
        else
            Running[listing.Step] = Running.GetValueOrDefault(listing.Step) + 1;
        GrantYen += listing.GrantYen ?? 0;
    }
}
