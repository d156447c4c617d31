using Tedori.Programme.Cases;

namespace Tedori.Programme.Plans;

/// <summary>Where a company stands when it is referred to a measure. Names are those of the plan's file.</summary>
public enum Situation
{
    /// <summary>It entered and waits for the draw.</summary>
    Entered,

    /// <summary>It was drawn, and its application runs or was granted.</summary>
    Won,

    /// <summary>It was not drawn.</summary>
    Lost,

    /// <summary>The eligibility review failed (不通過).</summary>
    Ineligible,

    /// <summary>The grant was refused (不支給).</summary>
    Refused,
}

/// <summary>That a measure fits a situation.</summary>
/// <param name="When">The situation.</param>
/// <param name="Reason">Why, in one Japanese sentence of at most 60 characters.</param>
public sealed record SituationFit(Situation When, string Reason);

/// <summary>The situation of a case.</summary>
public static class Situations
{
    /// <summary>The situation, or null where the case ended in a way that says nothing about what would help.</summary>
    public static Situation? Of(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Outcome switch
        {
            null => state.Step == Step.AwaitingDraw ? Situation.Entered : Situation.Won,
            Outcome.Granted => Situation.Won,
            Outcome.Lost => Situation.Lost,
            Outcome.Ineligible => Situation.Ineligible,
            Outcome.Refused => Situation.Refused,
            Outcome.Excluded or Outcome.Declined or Outcome.Retracted or Outcome.Abandoned or Outcome.Lapsed => null,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state.Outcome, "Unknown outcome."),
        };
    }
}
