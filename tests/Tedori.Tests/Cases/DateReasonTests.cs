using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases;

/// <summary>Why a date is the one it is.</summary>
public sealed class DateReasonTests
{
    public static TheoryData<string> Stories =>
    [
        .. typeof(Story).GetFields().Where(f => f.FieldType == typeof(CaseEvent[])).Select(f => f.Name),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void Reason_OfEveryStory_IsOfTheDateThatRunsAndCountsToIt(string story)
    {
        var state = CaseEvolution.Fold((CaseEvent[])typeof(Story).GetField(story)!.GetValue(null)!);

        var reason = DateReason.Of(Sample.R7, state);

        if (state.IsClosed || (state.Step != Step.AwaitingDraw && CaseSchedule.Current(Sample.R7, state) is null))
        {
            Assert.Null(reason);
            return;
        }

        if (state.Step != Step.AwaitingDraw) Assert.Equal(CaseSchedule.Current(Sample.R7, state)!.Date, reason!.Date);
        Assert.InRange(reason!.Sentence.Length, 10, 60);
        Assert.NotEqual("", reason.Source);
        if (reason.Counted is { } counted)
        {
            Assert.Equal(Period.DaysBetween(counted.From, reason.Date), counted.BusinessDays + counted.Skipped.Count);
            Assert.All(counted.Skipped, d => Assert.Equal(Sample.R7.Calendar.ClosedBecause(d.Date), d.Why));
        }
    }

    [Fact]
    public void Reason_OfTheResult_NamesBaseCountAndClosedDays()
    {
        var reason = DateReason.Of(Sample.R7, CaseEvolution.Fold(Story.Entered))!;

        Assert.Equal(
            (Tokyo.Day("2025-06-03"), Tokyo.Day("2025-05-23"), 7),
            (reason.Date, reason.Counted!.From, reason.Counted.BusinessDays));
        Assert.Equal(
            ["5月24日(土)", "5月25日(日)", "5月31日(土)", "6月1日(日)"], reason.Counted.Skipped.Select(d => d.Label));
        Assert.Equal("5月23日(金)の翌日から数えて7営業日目です(閉庁日4日を除く)。", reason.Sentence);
        Assert.Equal("募集要項1(4)(ア)", reason.Source);
    }

    [Fact]
    public void Reason_OfAnExtension_NamesTheGeneralDate()
    {
        var state = CaseEvolution.Fold(Story.Won) with
        {
            Extensions = new Dictionary<Step, LocalDate> { [Step.CompanyRegistration] = Tokyo.Day("2025-06-20") },
        };

        var reason = DateReason.Of(Sample.R7, state)!;

        Assert.Equal(Tokyo.Day("2025-06-20"), reason.Date);
        Assert.Equal("この申請に個別に定めた期限です(一律の期限は令和7年6月12日(木))。", reason.Sentence);
    }

    [Fact]
    public void Reason_OfACorrectionOfAnotherLength_SaysThatItIsItsOwn()
    {
        var asked = CaseEvolution.Fold(Story.Asked);
        var longer = asked with { Correction = asked.Correction! with { Due = Tokyo.Day("2025-07-04") } };

        Assert.Equal(10, DateReason.Of(Sample.R7, asked)!.Counted!.BusinessDays);
        var own = DateReason.Of(Sample.R7, longer)!;
        Assert.Equal((null, "補正をお願いしたときに、個別に定めた期限です。"), (own.Counted, own.Sentence));
    }

    [Fact]
    public void ClosedDay_OfAHoliday_SaysWhich()
    {
        var counted = CountedDay.After(Sample.R7.Calendar, Tokyo.Day("2025-07-18"), 1);

        Assert.Equal(Tokyo.Day("2025-07-22"), counted.Date);
        Assert.Equal(["7月19日(土)", "7月20日(日)", "7月21日(月) 海の日"], counted.Skipped.Select(d => d.Label));
    }
}
