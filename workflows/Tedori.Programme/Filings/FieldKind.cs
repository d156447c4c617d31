namespace Tedori.Programme.Filings;

/// <summary>What a field of a form takes.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    Lines,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Hours with at most two decimals.</summary>
    Hours,

    /// <summary>A date, Asia/Tokyo.</summary>
    Date,

    /// <summary>A time of day, Asia/Tokyo.</summary>
    Time,

    /// <summary>A box to tick.</summary>
    Check,

    /// <summary>One of several.</summary>
    Choice,
}
