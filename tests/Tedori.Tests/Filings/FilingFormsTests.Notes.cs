using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Filings;

/// <summary>What a form says beside what was filled in.</summary>
public sealed partial class FilingFormsTests
{
    [Fact]
    public void Notes_OfWorkThatEndsTheNextDay_SayTheNextDay()
    {
        var answers = Answers(
            ("item-1", "yes"), ("item-2", "yes"), ("scheme-2-2", "yes"), ("rest-1-occupation", "全職種"), ("rest-1-hours", "１１時間"),
            ("rest-1-start", "9時"), ("rest-1-overlap", "laterStart"), ("rest-1-end", "２５：３０"));

        var verdict = FormNotes.Of(Sample.R7, Passed, Project, answers).Verdicts["rest-1"];

        Assert.Contains("翌1:30に終業", verdict, StringComparison.Ordinal);
        Assert.Contains("始業を12:30に繰り下げます", verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("1")]
    [InlineData("<b>")]
    public void Notes_OfARuleThatIsNone_SayNothing(string overlap)
    {
        var answers = Answers(
            ("item-2", "yes"), ("scheme-2-2", "yes"), ("rest-1-occupation", "全職種"), ("rest-1-hours", "99999"), ("rest-1-start", "9:00"),
            ("rest-1-overlap", overlap), ("rest-1-end", "23:30"));

        Assert.Empty(FormNotes.Of(Sample.R7, Passed, Project, answers).Verdicts);
    }

    [Fact]
    public void Notes_OfPersonsThatDoNotCount_LeaveThemOutOfTheAmountAndSaySo()
    {
        var answers = Answers(
            ("item-1", "yes"), ("item-15", "yes"), ("wage-1-employee", "A-1"), ("wage-1-before", "1000"), ("wage-1-after", "1060"),
            ("wage-2-employee", "A-2"), ("wage-2-before", "1000"), ("wage-2-after", "1059"),
            ("wage-3-employee", "Ａ－１"), ("wage-3-before", "1000"), ("wage-3-after", "1100"));

        var amount = FormNotes.Of(Sample.R7, Passed, Project, answers).Amount;

        Assert.Contains(amount, l => l.Contains("×1人=", StringComparison.Ordinal));
        Assert.Equal("要件を満たさない行と重複する行(2人目、3人目)は含めていません。", amount[^1]);
    }

    [Theory]
    [InlineData("founded", "平成13年4月1日", "平成13年4月1日 = 2001年4月1日")]
    [InlineData("founded", "20010401", "平成13年4月1日 = 2001年4月1日")]
    [InlineData("capital", "１００００００００", "100,000,000円")]
    [InlineData("employees", "25名", "25人")]
    [InlineData("yearlyDays", "245日", "245日間")]
    [InlineData("dailyHours", "7.75", "7時間45分")]
    public void Notes_OfWhatIsRead_ShowItBack(string field, string typed, string read)
    {
        Assert.Equal(read, Of((field, typed)).Readings[field]);
    }

    [Theory]
    [InlineData("founded", "昨日")]
    [InlineData("industry", "建設業")]
    public void Notes_OfWhatIsNotReadOrNeedsNoReading_SayNothing(string field, string typed) =>
        Assert.DoesNotContain(field, Of((field, typed)).Readings);

    [Fact]
    public void Notes_OfTheProject_TellAmountTrackAndExample()
    {
        var answers = Answers(
            ("item-1", "yes"), ("item-2", "yes"), ("scheme-2-2", "yes"), ("item-15", "yes"), ("wage-1-employee", "A-1"),
            ("wage-1-before", "1000"),
            ("wage-1-after", "1060"), ("rest-1-occupation", "全職種"), ("rest-1-hours", "11"), ("rest-1-start", "9:00"),
            ("rest-1-overlap", "laterStart"), ("rest-1-end", "23:30"));

        var notes = FormNotes.Of(Sample.R7, Passed, Project, answers);

        Assert.Equal("合計により、支給額は320,000円です。", notes.Amount[^1]);
        Assert.Contains("令和8年6月17日(水)", notes.Dates[0], StringComparison.Ordinal);
        Assert.Contains("始業を10:30に繰り下げます", notes.Verdicts["rest-1"], StringComparison.Ordinal);
        Assert.Contains("要件を満たします", notes.Verdicts["wage-1"], StringComparison.Ordinal);
    }

    private static FormNotes Of(params (string Name, string Value)[] answers)
    {
        var state = CaseEvolution.Fold(Story.Won);
        return FormNotes.Of(Sample.R7, state, FilingForms.Of(Sample.R7, state, new(FormKind.Company))!,
            new(answers.ToDictionary(a => a.Name, a => a.Value)));
    }

    // What is kept of a text has an end: how long it was is not known any more.
    [Theory]
    [InlineData(61, "今は61文字です")]
    [InlineData(119, "今は119文字です")]
    [InlineData(3000, "今は120文字以上です")]
    public void Faults_OfATextThatIsTooLong_CountWhatWasTyped(int length, string said)
    {
        var form = Form(CaseEvolution.Fold(Story.Won), new(FormKind.Company));
        var fault = FilingForms.Faults(Sample.R7, form, form.Take(name => name == "industry" ? new string('あ', length) : ""))
            .Single(f => f.Field == "industry");

        Assert.Equal("tooLong", fault.Code);
        Assert.Contains(said, fault.Text, StringComparison.Ordinal);
    }
}
