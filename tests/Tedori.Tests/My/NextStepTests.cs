using Tedori.Functions.Applicants.MyCase;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;

namespace Tedori.Tests.My;

/// <summary>What stands on top of my page around a deadline and at the end.</summary>
public sealed class NextStepTests
{
    [Theory]
    [InlineData("2025-06-12T16:59:59", "次の期限: 企業情報の登録", "企業情報の登録をする")]
    [InlineData("2025-06-12T17:00:00", "電子申請の受付は終了しました: 企業情報の登録", "郵送で提出する方法を見る")]
    [InlineData("2025-06-12T23:59:59", "電子申請の受付は終了しました: 企業情報の登録", "郵送で提出する方法を見る")]
    [InlineData("2025-06-13T00:00:00", "期限を過ぎました: 企業情報の登録", null)]
    public void Next_AroundTheDeadline_OffersWhatStillReachesIt(string at, string title, string? button)
    {
        var next = NextStep.Of(Sample.R7, CaseEvolution.Fold(Story.Won), Tokyo.At(at));

        Assert.Equal((title, button), (next.Title, next.Button));
    }

    [Theory]
    [InlineData("2025-06-12T16:59:59", "期限までに手続きをしてください。")]
    [InlineData("2025-06-13T09:00:00", "電子申請の受付は終了しました。")]
    public void Timeline_AroundTheDeadline_SaysWhetherItIsOver(string at, string text)
    {
        var (state, events) = (CaseEvolution.Fold(Story.Won), Story.Won.Select((e, i) => (i + 1, e)).ToList());

        var step = CaseTimeline.Of(Sample.R7, state, events, Tokyo.At(at)).Single(s => s.State == TimelineState.Now);

        Assert.Equal(text, step.Text);
    }

    [Fact]
    public void Next_OfAGrantedCompany_SaysThatItIsGrantedAndNotThatItIsOver() =>
        Assert.Equal("奨励金の支給が決定しました", Next(Story.Granted, "2026-03-19T09:00:00").Title);

    private static NextStep Next(CaseEvent[] story, string at) =>
        NextStep.Of(Sample.R7, CaseEvolution.Fold(story), Tokyo.At(at));
}
