namespace Tedori.Programme.Lottery;

/// <summary>
/// The places of an edition: which were carried where, by whom, and the book of all that moved. Places are carried only
/// by a decision that two people make; a round's places are fixed from its sealing on.
/// </summary>
/// <param name="Postings">All decisions to carry, in order.</param>
/// <param name="Sealed">Numbers of the rounds whose places are fixed.</param>
public sealed record PlaceLedger(IReadOnlyList<CarryPosting> Postings, IReadOnlyList<int> Sealed)
{
    /// <summary>Nothing carried yet.</summary>
    public static readonly PlaceLedger Empty = new([], []);

    /// <summary>The double entry of all that moved.</summary>
    public PlaceBook Book { get; init; } = PlaceBook.Empty;

    /// <summary>How many postings the book has, which is the number of the next one.</summary>
    public int Posted { get; init; }

    /// <summary>Places carried into a round.</summary>
    public int CarriedInto(int round) => Postings.Where(p => p.To == round).Sum(p => p.Count);

    /// <summary>Places carried out of a round.</summary>
    public int CarriedFrom(int round) => Postings.Where(p => p.From == round).Sum(p => p.Count);

    /// <summary>Places of a round that nobody holds and that were not given on.</summary>
    public FreePlaces FreeOf(int round) => new(
        round, Book.Balance(round, PlaceAccount.Unfilled), Book.Balance(round, PlaceAccount.Returned));

    /// <summary>What could be carried into a round: free places of earlier rounds.</summary>
    public IReadOnlyList<FreePlaces> Propose(int round) =>
        [.. Book.Moved.Keys.Where(r => r < round).Select(FreeOf).Where(f => f.Unfilled + f.Freed > 0)];

    /// <summary>The ledger with more postings.</summary>
    /// <exception cref="InvalidOperationException">One does not balance.</exception>
    public PlaceLedger Post(IReadOnlyCollection<PlacePosting> postings)
    {
        ArgumentNullException.ThrowIfNull(postings);
        return postings.Count == 0
            ? this
            : this with
            {
                Book = postings.Aggregate(Book, (book, posting) => book.Post(posting)),
                Posted = Posted
                + postings.Count
            };
    }

    /// <summary>
    /// Decides to carry places; a refusal where they are not free or the round is sealed. Who signed was checked before.
    /// Unfilled places go first, then those given back. The same decision again is a no-op; another of the same content
    /// carries once more.
    /// </summary>
    public (PlaceLedger Ledger, IReadOnlyList<PlacePosting> Posted, Refusal? Refusal) Carry(CarryPosting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        if (posting.Key is { } key && Postings.Any(p => p.Key == key))
            return (this, [], null);
        if (Sealed.Contains(posting.To))
            return Refused("roundSealed", $"第{posting.To}回は締め切られたため、予定社数を追加できません。");
        var free = posting.From < posting.To ? FreeOf(posting.From) : new(posting.From, 0, 0);
        var left = free.Unfilled + free.Freed;
        if (posting.Count < 1 || posting.Count > left)
            return Refused("placesNotFree", $"第{posting.From}回から追加できるのは{left}社までです。社数を確認してください。");
        var unfilled = Math.Min(posting.Count, free.Unfilled);
        PlacePosting[] moves =
        [
            .. Move(posting, PlaceCause.CarriedUnfilled, unfilled),
            .. Move(posting, PlaceCause.CarriedReturned, posting.Count - unfilled),
        ];
        return ((this with { Postings = [.. Postings, posting] }).Post(moves), moves, null);
    }

    /// <summary>Fixes the places of a round.</summary>
    public PlaceLedger Seal(int round) => Sealed.Contains(round) ? this : this with { Sealed = [.. Sealed, round] };

    private (PlaceLedger, IReadOnlyList<PlacePosting>, Refusal?) Refused(string code, string text) =>
        (this, [], new(code, text));

    private static IEnumerable<PlacePosting> Move(CarryPosting p, PlaceCause cause, int count) => count == 0
        ? []
        : [new(p.From, cause, count, $"{p.From}-{p.To}", p.At, $"{p.DecidedBy}, {p.ConfirmedBy}", p.To)];
}
