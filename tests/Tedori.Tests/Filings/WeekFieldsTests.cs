using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Filings;

/// <summary>The week of four days is typed as every other time and number is.</summary>
public sealed class WeekFieldsTests
{
    private static readonly FilingForm Project =
        FilingForms.Of(Sample.R7, CaseEvolution.Fold(Story.Passed), new(FormKind.Project))!;

    [Theory]
    [InlineData("9:00", "20:00", "14:00", "15:00", "30", "17", null)]
    [InlineData("09時00分", "20時00分", "１４：００", "午後3時", "30日", "17日", null)]
    [InlineData("午前9時30分", "午後8時30分", "14時半", "15時半", "３０日", "１７日間", null)]
    [InlineData("14:00", "25:00", "19:00", "20:00", "30", "17", null)]
    [InlineData("13:00", "24:00", "18:00", "19:00", "30", "17", null)]
    [InlineData("17:00", "28:00", "24:30", "25:30", "30", "17", null)]
    [InlineData("14:00", "25:01", "19:00", "20:00", "30", "17", "week-1-end")]
    [InlineData("4:00", "29:00", "4:10", "4:10", "30", "17", "week-1-end")]
    [InlineData("25:00", "29:00", "26:00", "27:00", "30", "17", "week-1-start")]
    [InlineData("9:00", "30:00", "14:00", "15:00", "30", "17", "week-1-end")]
    [InlineData("9:00", "20:00", "14:00", "15:00", "30人", "17", "week-1-monthDays")]
    public void Week_InAnyWriting_IsReadAsElsewhere(
        string start, string end, string from, string to, string month, string days, string? wrong)
    {
        Dictionary<string, string> typed = new()
        {
            ["item-2"] = "yes",
            ["scheme-2-1"] = "yes",
            ["week-1-occupation"] = "全職種",
            ["week-1-start"] = start,
            ["week-1-end"] = end,
            ["week-1-breakFrom"] = from,
            ["week-1-breakTo"] = to,
            ["week-1-monthDays"] = month,
            ["week-1-workDays"] = days,
        };
        var answers = Project.Take(name => typed.GetValueOrDefault(name, ""));

        var faults = FilingForms.Faults(Sample.R7, Project, answers).Select(f => f.Field)
            .Where(f => f.StartsWith("week-", StringComparison.Ordinal));

        Assert.Equal(wrong is null ? [] : [wrong], faults);
        if (wrong is null)
            Assert.Single(WeekFields.Read(Sample.R7, answers));
    }
}
