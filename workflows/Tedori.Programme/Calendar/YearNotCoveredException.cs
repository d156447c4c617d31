namespace Tedori.Programme.Calendar;

/// <summary>The business calendar was asked for a year whose holidays it does not have.</summary>
public sealed class YearNotCoveredException : InvalidOperationException
{
    /// <summary>Says which year was asked for and which are known.</summary>
    public YearNotCoveredException(int year, IEnumerable<int> covered)
        : base($"No national holidays are known for {year}; " +
            $"the calendar covers {string.Join(", ", covered.Order())}. " +
            "Add the year to the programme file.") => Year = year;

    /// <summary>The year that was asked for.</summary>
    public int Year { get; }
}
