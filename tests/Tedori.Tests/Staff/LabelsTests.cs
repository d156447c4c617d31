using System.Reflection;
using System.Text.Json.Serialization;
using NodaTime;
using Tedori.Functions.Applicants;
using Tedori.Functions.Http;
using Tedori.Functions.Staff;
using Tedori.Functions.Staff.Audit;
using Tedori.Functions.Staff.Cases;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Directory;

namespace Tedori.Tests.Staff;

public sealed class LabelsTests
{
    [Fact]
    public void Events_AllOfThem_HaveWords() => Assert.All(
        typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>(),
        a => Assert.NotEmpty(CaseEventLabels.Title(a.DerivedType)));

    [Fact]
    public void MoneyEvents_AllOfThem_HaveWordsAndParticulars() => Assert.All(Notices.MoneyStories.Events, e =>
    {
        Assert.NotEmpty(MoneyEventLabels.Title(e));
        Assert.NotEmpty(MoneyEventLabels.Details(e));
        Assert.NotEmpty(EventLabels.Of(Sample.Paying, new CaseEvent.MoneyMoved(default, e)));
    });

    [Fact]
    public void AuditActions_AllOfThem_HaveWords() => Assert.Equal(
        typeof(AuditActions).GetFields().Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        AuditLabels.All.Select(a => a.Action).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("普通", "普通")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+81", "\"'+81\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\uFF1Dx", "\"'\uFF1Dx\"")]
    [InlineData("\uFF0Bx", "\"'\uFF0Bx\"")]
    [InlineData("\uFF0Dx", "\"'\uFF0Dx\"")]
    [InlineData("\uFF20x", "\"'\uFF20x\"")]
    public void CsvField_OfAnyText_IsOneCellAndNoFormula(string text, string field) =>
        Assert.Equal($"{field},\r\n", CsvRow.Of(text, null));

    [Fact]
    public void Query_WrittenAndParsed_IsTheSame()
    {
        var query = new CaseQuery(
            "株式会社 &=?", 3, Step.ClaimReview, Outcome.Granted, Track.Wage, "dev-ito", true, CaseOrder.Since);

        Assert.Equal(query, CaseQueryText.Parse(CaseQueryText.Write(query)));
        Assert.Equal("", CaseQueryText.Write(new()));
    }

    [Theory]
    [InlineData("2025-06-20", 0, "本日")]
    [InlineData("2025-06-23", 1, "あと1営業日")]
    [InlineData("2025-06-19", -1, "1営業日超過")]
    public void RemainingDays_FromAFriday_SkipTheWeekend(string date, int count, string words)
    {
        var left = RemainingDays.Until(Sample.R7.Calendar, new(2025, 6, 20), Tokyo.Day(date));

        Assert.Equal((count, words), (left.Count, left.Words));
    }

    [Fact]
    public void Forecast_AtHalfTime_EndsAfterTheOtherHalf()
    {
        var since = Instant.FromUtc(2025, 6, 2, 0, 0);
        var now = since + Duration.FromHours(2);

        var forecast = PublicationForecast.Of(told: 150, left: 100, counted: 100, since, now);

        Assert.Equal(50, forecast.PerHour!.Value, 6);
        Assert.Equal(now + Duration.FromHours(2), forecast.Ends);
        Assert.Null(PublicationForecast.Of(0, 5, 0, since, now).Ends);
        Assert.Equal(now, PublicationForecast.Of(5, 0, 5, since, now).Ends);
    }
}
