using NodaTime;

namespace Tedori.Programme.Editions.Reading;

/// <summary>
/// Two habits of the schedule that are no rule: the company registration ends 14 business days after the close of
/// entries, the project registration 130 days after that, moved forward to a business day.
/// </summary>
internal static class RoundHabits
{
    private const int RegistrationBusinessDays = 14;
    private const int PreparationDays = 130;

    /// <summary>The dates that depart from the habits, in order of the rounds.</summary>
    public static IReadOnlyList<EditionWarning> Departures(Edition edition)
    {
        var warnings = new List<EditionWarning>();
        foreach (var (index, round) in edition.Rounds.Index())
        {
            var path = $"rounds[{index}]";
            Compare($"{path}.companyRegistration", round.CompanyRegistration,
                edition.Calendar.AddBusinessDays(round.EntryCloses, RegistrationBusinessDays),
                $"{RegistrationBusinessDays} business days after the close of entries");
            Compare($"{path}.projectRegistration", round.ProjectRegistration,
                edition.Calendar.OnOrAfter(round.CompanyRegistration.PlusDays(PreparationDays)),
                $"{PreparationDays} days after the company registration, moved forward to a business day");
        }

        return warnings;

        void Compare(string path, LocalDate actual, LocalDate usual, string habit)
        {
            if (actual != usual)
                warnings.Add(new(path, $"Usually {habit}, {usual:uuuu-MM-dd}; here it is {actual:uuuu-MM-dd}."));
        }
    }
}
