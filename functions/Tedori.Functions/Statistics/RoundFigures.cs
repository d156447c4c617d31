using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Statistics;

/// <summary>How a round stands: its places from the double entry, and its cases.</summary>
/// <param name="Id">The round.</param>
/// <param name="Round">Its dates.</param>
/// <param name="State">How far it is.</param>
/// <param name="Places">The statement of its places.</param>
/// <param name="Running">Cases without an outcome, by step.</param>
/// <param name="Ended">Cases by outcome.</param>
/// <param name="GrantYen">Sum of the grants in yen.</param>
public sealed record RoundFigures(
    RoundId Id,
    Round Round,
    RoundState State,
    QuotaStatement Places,
    IReadOnlyDictionary<Step, int> Running,
    IReadOnlyDictionary<Outcome, int> Ended,
    long GrantYen)
{
    /// <summary>Cases that entered.</summary>
    public int Entries => Running.Values.Sum() + Ended.Values.Sum();

    /// <summary>Places of the round with those carried in; those of the edition before they are posted.</summary>
    public int Offered => Places.Planned == 0 ? Round.Places : Places.Planned + Places.CarriedIn;

    /// <summary>What everybody is told of its places.</summary>
    public PublicPlaces ToldIn(Edition edition) => PublicPlaces.Of(edition, Round, Places, State.Phase >= RoundPhase.Sealed);

    /// <summary>Winners on their way: neither decided about nor gone.</summary>
    public int UnderWay => Running.Where(r => r.Key != Step.AwaitingDraw).Sum(r => r.Value);

    /// <summary>Companies that won, those of the ranking that followed later with them.</summary>
    public int Winners => State.Won + Places.Promoted;

    /// <summary>
    /// Winners who gave their place up or lost it. Not counted by outcome, because one may decline before the draw too.
    /// </summary>
    public int Gone => State.Phase == RoundPhase.Published
        ? Math.Max(0, Winners - UnderWay - Count(Outcome.Granted) - Count(Outcome.Refused))
        : 0;

    /// <summary>Winners who gave their place up: gone, and neither ineligible nor late.</summary>
    public int GivenUp => Math.Max(0, Gone - Count(Outcome.Ineligible) - Count(Outcome.Lapsed));

    /// <summary>Whether its result is published and no case of it is on its way any more.</summary>
    public bool IsFinished => State.Phase == RoundPhase.Published && Running.Values.All(n => n == 0);

    /// <summary>What became of its winners, as it is told for good once it is finished.</summary>
    /// <param name="at">When it was counted.</param>
    public FinishedResult ResultAt(Instant at) => new(
        Id, at, Count(Outcome.Granted), Count(Outcome.Refused), GivenUp, Count(Outcome.Ineligible), Count(Outcome.Lapsed), GrantYen)
    {
        Promoted = Places.Promoted,
    };

    /// <summary>How many ended so.</summary>
    public int Count(Outcome outcome) => Ended.GetValueOrDefault(outcome);

    /// <summary>How many stand there.</summary>
    public int Count(Step step) => Running.GetValueOrDefault(step);

    /// <summary>Last day on which entries are taken, as it was moved last, Asia/Tokyo, inclusive.</summary>
    public LocalDate LastDay(Edition edition) => JapanTime.DateOf(EntryWindow.Of(edition, Round).Closes);

    /// <summary>Last day for the result notices, Asia/Tokyo, inclusive.</summary>
    public LocalDate ResultDue(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.ResultDue(Round);
    }
}
