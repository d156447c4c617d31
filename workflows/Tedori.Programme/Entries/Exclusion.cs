namespace Tedori.Programme.Entries;

/// <summary>Why an entry has no lot of its own in the draw. Names are storage format.</summary>
public enum Exclusion
{
    /// <summary>
    /// The company has an earlier entry in the same round. Only in lists that were sealed when the first entry of a
    /// company put the others out; now they share one lot (<see cref="Joined"/>).
    /// </summary>
    Duplicate,

    /// <summary>The company was drawn in an earlier round.</summary>
    AlreadySelected,

    /// <summary>The company states more regular employees than the programme admits.</summary>
    TooManyEmployees,

    /// <summary>It shares the lot of an earlier entry of its company, and with it the result.</summary>
    Joined,

    /// <summary>It shared a lot that won, and staff have settled with two people that another entry answers.</summary>
    AnsweredByAnother,

    /// <summary>It was drawn, but by then the company held a place of another round; this one came back.</summary>
    WonElsewhere,
}
