using System.Collections.Immutable;

namespace Tedori.Programme.Lottery;

/// <summary>
/// The double entry of places: how many each cause moved out of and into each round. A posting that would leave an
/// account below zero does not balance and throws; nothing is ever taken out of the book.
/// </summary>
/// <param name="Moved">Places by round they left and by cause.</param>
/// <param name="Carried">Places carried, by round that got them.</param>
public sealed record PlaceBook(
    ImmutableSortedDictionary<int, ImmutableSortedDictionary<PlaceCause, int>> Moved,
    ImmutableSortedDictionary<int, int> Carried)
{
    /// <summary>Nothing posted yet.</summary>
    public static readonly PlaceBook Empty = new(
        ImmutableSortedDictionary<int, ImmutableSortedDictionary<PlaceCause, int>>.Empty,
        ImmutableSortedDictionary<int, int>.Empty);

    /// <summary>The book with one more posting.</summary>
    /// <exception cref="InvalidOperationException">
    /// An account would fall below zero, or the two sides would differ.
    /// </exception>
    public PlaceBook Post(PlacePosting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentOutOfRangeException.ThrowIfLessThan(posting.Count, 1, nameof(posting));
        var carries = posting.Cause is PlaceCause.CarriedUnfilled or PlaceCause.CarriedReturned;
        if (carries ? posting.To <= posting.Round : posting.To != posting.Round)
            throw new InvalidOperationException(
                $"Places of round {posting.Round} cannot go to round {posting.To} because of {posting.Cause}.");
        var causes = Moved.GetValueOrDefault(posting.Round, ImmutableSortedDictionary<PlaceCause, int>.Empty);
        var after = this with
        {
            Moved = Moved.SetItem(
                posting.Round, causes.SetItem(posting.Cause, causes.GetValueOrDefault(posting.Cause) + posting.Count)),
            Carried = carries
                ? Carried.SetItem(posting.To, Carried.GetValueOrDefault(posting.To) + posting.Count)
                : Carried,
        };
        after.Check(posting);
        return after;
    }

    /// <summary>Places in an account of a round; the plan's balance is what it gave, below zero.</summary>
    public int Balance(int round, PlaceAccount account)
    {
        var balance = account == PlaceAccount.Offered ? Carried.GetValueOrDefault(round) : 0;
        foreach (var (cause, count) in Moved.GetValueOrDefault(round, ImmutableSortedDictionary<PlaceCause, int>.Empty))
        {
            var (from, to) = PlacePosting.AccountsOf(cause);
            var leaves = cause is PlaceCause.CarriedUnfilled or PlaceCause.CarriedReturned;
            balance += (to == account && !leaves ? count : 0) - (from == account ? count : 0);
        }

        return balance;
    }

    /// <summary>How many places of a round a cause moved.</summary>
    public int Of(int round, PlaceCause cause) =>
        Moved.TryGetValue(round, out var causes) ? causes.GetValueOrDefault(cause) : 0;

    /// <summary>The statement of a round.</summary>
    public QuotaStatement StatementOf(int round)
    {
        int Sum(params PlaceCause[] causes) => causes.Sum(c => Of(round, c));
        return new(
            round, Sum(PlaceCause.Planned), Carried.GetValueOrDefault(round), Sum(PlaceCause.Won),
            Sum(PlaceCause.Promoted),
            Sum(PlaceCause.Declined, PlaceCause.Retracted, PlaceCause.Abandoned),
            Sum(PlaceCause.Ineligible, PlaceCause.WonElsewhere),
            Sum(PlaceCause.Lapsed) - Sum(PlaceCause.Reinstated, PlaceCause.ReinstatedBeyondPlan),
            Sum(PlaceCause.Unfilled),
            Sum(PlaceCause.CarriedUnfilled, PlaceCause.CarriedReturned), Sum(PlaceCause.ReinstatedBeyondPlan),
            Balance(round, PlaceAccount.Held),
            Balance(round, PlaceAccount.Returned) + Balance(round, PlaceAccount.Unfilled),
            Balance(round, PlaceAccount.Offered));
    }

    private void Check(PlacePosting posting)
    {
        foreach (var round in new[] { posting.Round, posting.To }.Distinct())
        {
            foreach (var account in Enum.GetValues<PlaceAccount>())
            {
                if (account != PlaceAccount.Plan && Balance(round, account) < 0)
                    throw new InvalidOperationException(
                        $"{posting.Cause} of {posting.Subject} leaves {account} of round {round} below zero.");
            }

            var statement = StatementOf(round);
            if (!statement.Balances)
                throw new InvalidOperationException(
                    $"{posting.Cause} of {posting.Subject} does not balance: {statement}.");
        }
    }
}
