using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Programme.Programmes;

namespace Tedori.Pages.Staff.Rounds;

/// <summary>How a round stands: its places as a double-entry ledger, and its cases.</summary>
/// <param name="Id">The round.</param>
/// <param name="Round">Its dates.</param>
/// <param name="State">How far it is.</param>
/// <param name="CarriedIn">Places carried in from earlier rounds.</param>
/// <param name="CarriedOut">Places carried out to later rounds.</param>
/// <param name="Entries">Cases that entered.</param>
/// <param name="Running">Cases without an outcome, by step.</param>
/// <param name="Ended">Cases by outcome.</param>
public sealed record RoundFigures(
    RoundId Id,
    Round Round,
    RoundState State,
    int CarriedIn,
    int CarriedOut,
    int Entries,
    IReadOnlyDictionary<Step, int> Running,
    IReadOnlyDictionary<Outcome, int> Ended)
{
    /// <summary>Places of the round with those carried in.</summary>
    public int Places => (State.Places == 0 ? Round.Places : State.Places) + CarriedIn;

    /// <summary>Places that nobody won, once the result is out.</summary>
    public int Unfilled => State.Phase == RoundPhase.Published ? Math.Max(0, Places - State.Won) : 0;

    /// <summary>Winners who hold their place or were granted.</summary>
    public int Held => Math.Max(0, State.Won - Freed);

    /// <summary>Places of winners who gave theirs up or lost it.</summary>
    public int Freed => Count(Outcome.Declined) + Count(Outcome.Retracted) + Count(Outcome.Abandoned) + Count(Outcome.Lapsed)
        + Count(Outcome.Ineligible);

    /// <summary>How many ended so.</summary>
    public int Count(Outcome outcome) => Ended.GetValueOrDefault(outcome);

    /// <summary>Last day for the result notices, Asia/Tokyo, inclusive.</summary>
    public LocalDate ResultDue(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Calendar.AddBusinessDays(Round.EntryCloses, edition.Windows.ResultNoticeBusinessDays);
    }
}
