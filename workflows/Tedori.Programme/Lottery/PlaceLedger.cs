using Tedori.Programme.Cases;

namespace Tedori.Programme.Lottery;

/// <summary>
/// Which places were carried where. Places are carried only by a decision that two people make; a round's places are
/// fixed from its sealing on.
/// </summary>
/// <param name="Postings">All postings in order.</param>
/// <param name="Sealed">Numbers of the rounds whose places are fixed.</param>
public sealed record PlaceLedger(IReadOnlyList<CarryPosting> Postings, IReadOnlyList<int> Sealed)
{
    /// <summary>Nothing carried yet.</summary>
    public static readonly PlaceLedger Empty = new([], []);

    /// <summary>Places carried into a round.</summary>
    public int CarriedInto(int round) => Postings.Where(p => p.To == round).Sum(p => p.Count);

    /// <summary>Places carried out of a round.</summary>
    public int CarriedFrom(int round) => Postings.Where(p => p.From == round).Sum(p => p.Count);

    /// <summary>What could be carried into a round: free places of earlier rounds, less what was carried from them.</summary>
    public IReadOnlyList<FreePlaces> Propose(int round, IEnumerable<FreePlaces> free) =>
        [.. free.Where(f => f.Round < round)
            .Select(f => Less(f, CarriedFrom(f.Round)))
            .Where(f => f.Unfilled + f.Freed > 0)
            .OrderBy(f => f.Round)];

    /// <summary>Posts places; a refusal where they are not free, the round is sealed, or one person did both.</summary>
    public (PlaceLedger Ledger, Refusal? Refusal) Carry(CarryPosting posting, IEnumerable<FreePlaces> free)
    {
        ArgumentNullException.ThrowIfNull(posting);
        if (Postings.Any(p => p with { At = posting.At } == posting))
            return (this, null);
        if (Sealed.Contains(posting.To))
            return (this, new("roundSealed", $"第{posting.To}回は締め切られたため、予定社数を追加できません。"));
        if (posting.DecidedBy == posting.ConfirmedBy)
            return (this, new("secondPersonMissing", "同じ人が決定と確認を行うことはできません。別の人が確認してください。"));
        var left = Propose(posting.To, free).Where(f => f.Round == posting.From).Sum(f => f.Unfilled + f.Freed);
        if (posting.Count < 1 || posting.Count > left)
            return (this, new("placesNotFree", $"第{posting.From}回から追加できるのは{left}社までです。社数を確認してください。"));
        return (this with { Postings = [.. Postings, posting] }, null);
    }

    /// <summary>Fixes the places of a round.</summary>
    public PlaceLedger Seal(int round) => Sealed.Contains(round) ? this : this with { Sealed = [.. Sealed, round] };

    private static FreePlaces Less(FreePlaces f, int carried)
    {
        var unfilled = Math.Max(0, f.Unfilled - carried);
        var freed = Math.Max(0, f.Freed - Math.Max(0, carried - f.Unfilled));
        return new(f.Round, unfilled, freed);
    }
}
