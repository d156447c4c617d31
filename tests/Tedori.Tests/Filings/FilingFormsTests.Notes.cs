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
}
