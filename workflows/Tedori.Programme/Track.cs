namespace Tedori.Programme;

/// <summary>
/// Which of the two schedules a case follows. Fixed by the project registration. Names are storage format.
/// </summary>
public enum Track
{
    /// <summary>No wage raise among the registered items: guideline 1(4)(イ).</summary>
    Plain,

    /// <summary>A wage raise (賃金引上げ) is among the registered items: guideline 1(4)(ウ).</summary>
    Wage,
}
