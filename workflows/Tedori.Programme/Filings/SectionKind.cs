namespace Tedori.Programme.Filings;

/// <summary>How a section of a form is laid out.</summary>
public enum SectionKind
{
    /// <summary>Field under field.</summary>
    Plain,

    /// <summary>One item of the programme after the other, each with what belongs to it.</summary>
    Items,

    /// <summary>The persons of the wage item.</summary>
    Wages,

    /// <summary>The rest between shifts.</summary>
    Rest,

    /// <summary>The week of four days.</summary>
    Week,

    /// <summary>Documents to be sent along, and the uploads.</summary>
    Documents,
}
