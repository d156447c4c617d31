using System.Globalization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;

namespace Tedori.Season;

/// <summary>
/// Companies that file their project or their claim again in the place of what they had filed: most while they may, some
/// twice, some after the cut-off, and some when the review of their claim has begun.
/// </summary>
internal sealed class Replacements(SeasonOptions options)
{
    private static readonly Duration Soon = Duration.FromMinutes(30);

    /// <summary>The version that follows upon one that was taken, if any does.</summary>
    public IEnumerable<AgendaItem> PlanNext(CaseState state, FilingPlan filed, AgendaItem item)
    {
        if (filed.Correction is not null || filed.Step is not (Step.ProjectRegistration or Step.Claim))
            return [];
        var edition = options.Of(state.Id);
        var company = Company.OfAddress(options.Seed, state.Entry.Email);
        var version = filed.VersionNumber + 1;
        var dice = company.On(string.Create(CultureInfo.InvariantCulture, $"version-{filed.Step}-{version}"));
        var end = JapanTime.At(CaseSchedule.DateOf(edition, state, filed.Step)!.Value, edition.Hours.Closes);
        return (HabitOf(company, filed.Step), version) switch
        {
            // A claim is reviewed from the next business day on, so whoever wants another makes haste.
            (Habit.Once or Habit.Twice, 2) or (Habit.Twice, 3) =>
            [
                Version(filed, item.Key, FilingPlan.Between(item.At + Soon, filed.Step == Step.Claim
                    ? Instant.Min(end, item.At + Duration.FromHours(3))
                    : end, dice)),
            ],
            (Habit.TooLate, 2) => [Version(filed, item.Key, Instant.Max(end, item.At + Soon)
                + Duration.FromMilliseconds(dice.Between(1, 9_000_000)))],
            _ => [],
        };
    }

    /// <summary>Another version of a claim whose review has begun, from whoever comes so late.</summary>
    public IEnumerable<AgendaItem> PlanAfterBegin(CaseState state, Instant begun)
    {
        var company = Company.OfAddress(options.Seed, state.Entry.Email);
        return state is { Step: Step.ClaimReview, Corrections: 0 } && HabitOf(company, Step.Claim) == Habit.AfterBegin
            ? [Version(new(state.Id, Step.Claim, new Receipt.Electronic(begun)), state.Filed[Step.Claim],
                begun + Duration.FromMilliseconds(company.On("after-begin").Between(60_001, 600_000)))]
            : [];
    }

    private static AgendaItem Version(FilingPlan before, string replaces, Instant at)
    {
        var version = before.VersionNumber + 1;
        var plan = before with { Receipt = new Receipt.Electronic(at), Version = version, Replaces = replaces };
        return new(
            string.Create(CultureInfo.InvariantCulture, $"file-{before.CaseId}-{before.Step}-{version}"), at, Deed.File,
            TedoriJson.Write(plan));
    }

    private static Habit HabitOf(Company company, Step step) => company.On($"replaces-{step}").Between(0, 999) switch
    {
        < 150 => Habit.Once,
        < 230 => Habit.Twice,
        < 280 => Habit.TooLate,
        < 360 when step == Step.Claim => Habit.AfterBegin,
        _ => Habit.Never,
    };

    private enum Habit
    {
        Never,
        Once,
        Twice,
        TooLate,
        AfterBegin,
    }
}
