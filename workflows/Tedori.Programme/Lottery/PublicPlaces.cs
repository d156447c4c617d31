using Tedori.Programme.Editions;

namespace Tedori.Programme.Lottery;

/// <summary>
/// What everybody is told of the places of a round (予定社数), the same on every page and in every text: those of the round
/// itself, and those that earlier rounds left as soon as it has opened and they are decided (guideline 1(4)). What comes
/// free of the winners' places is not told: of two days it would tell by the difference how a single company fared.
/// </summary>
/// <param name="Planned">Places of the round itself.</param>
/// <param name="CarriedIn">Places that earlier rounds left; null while that is not decided.</param>
public sealed record PublicPlaces(int Planned, int? CarriedIn)
{
    /// <summary>Places that are drawn for, as far as it is decided.</summary>
    public int Offered => Planned + (CarriedIn ?? 0);

    /// <summary>Those of a round, from the ledger of its edition.</summary>
    public static PublicPlaces Of(Edition edition, Round round, PlaceLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(ledger);
        return Of(edition, round, ledger.Book.StatementOf(round.Number), ledger.Sealed.Contains(round.Number));
    }

    /// <summary>Those of a round.</summary>
    /// <param name="edition">Its programme.</param>
    /// <param name="round">The round.</param>
    /// <param name="posted">What is posted of it; nothing before it opens.</param>
    /// <param name="isSealed">Whether its list is sealed: its places are fixed from then on.</param>
    public static PublicPlaces Of(Edition edition, Round round, QuotaStatement posted, bool isSealed)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(posted);
        var isOpened = posted.Planned > 0;
        var isDecided = isSealed || (isOpened && posted.CarriedIn > 0) || edition.Rounds.All(r => r.Number >= round.Number);
        return new(isOpened ? posted.Planned : round.Places, isDecided ? posted.CarriedIn : null);
    }
}
