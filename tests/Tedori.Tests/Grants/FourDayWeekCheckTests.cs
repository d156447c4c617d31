using NodaTime;
using Tedori.Programme.Filings;
using Tedori.Programme.Grants;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Grants;

public sealed class FourDayWeekCheckTests
{
    [Theory]
    // The guideline's sample: 10 hours a day, 9:00 to 20:00 with a break from 14:00 to 15:00.
    [InlineData("9:00", "20:00", "14:00", "15:00", 30, 17)]
    [InlineData("9:00", "20:00", "14:00", "15:00", 31, 17, "")]
    [InlineData("9:00", "20:00", "14:00", "15:00", 28, 16)]
    [InlineData("9:00", "20:00", "14:00", "15:00", 30, 18, "weekTooLong")]
    [InlineData("9:00", "20:01", "14:00", "15:00", 30, 17, "dayTooLong")]
    [InlineData("9:00", "19:59", "14:00", "14:59", 30, 17, "breakTooShort")]
    [InlineData("9:00", "15:30", "12:00", "12:29", 30, 17, "breakTooShort")]
    [InlineData("9:00", "15:00", "12:00", "12:00", 30, 17)]
    [InlineData("9:00", "20:00", "8:00", "9:00", 30, 17, "breakOutside")]
    [InlineData("9:00", "17:00", "12:00", "13:00", 30, 19, "tooFewDaysOff")]
    [InlineData("9:00", "17:00", "12:00", "13:00", 30, 18)]
    [InlineData("21:00", "8:00", "2:00", "3:00", 30, 17)]
    public void Week_AsTheGuidelineHasItOrNot_IsJudged(
        string start, string end, string from, string to, int month, int days, params string[] codes)
    {
        var week = new FourDayWeek("全職種", T(start), T(end), T(from), T(to), month, days);
        Assert.Equal(codes.Where(c => c.Length > 0), FourDayWeekCheck.Of(Sample.R7.Filings, week).Select(r => r.Code));
    }

    [Fact]
    public void Explain_TheSample_SaysTheAverageWeek() => Assert.Equal(
        "1日10時間×月17日=170時間、週平均39時間40分(30日の月)です。",
        FourDayWeekCheck.Explain(new("全職種", T("9:00"), T("20:00"), T("14:00"), T("15:00"), 30, 17)));

    private static LocalTime T(string text) => FieldText.Time(text)!.Value;
}
