using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Expected;

/// <summary>What is shown before an act on a round reads no more cases than people wait for.</summary>
public sealed class ExpectedBoundSpecs
{
    private static readonly ProposedAction Move =
        new ProposedAction.MoveWindow(TestOffice.First, Tokyo.At("2025-05-23T20:00:00"), "通信障害");

    [Fact]
    public async Task Mails_OfMoreCasesThanAreRead_AreShownOfThoseAndTheOthersAreCounted()
    {
        await using var office = new ExpectingOffice(Sample.R7);
        await office.Office.EnterManyAsync(1);
        var (asked, command) = (0, new CaseCommand.TellWindowMoved(office.Office.Now, Tokyo.At("2025-05-23T20:00:00"), "通信障害"));

        var expected = await office.Office.Get<NoticePreview>().OfAsync(AskAsync(), NoticePreview.MostRead + 234);

        Assert.Equal(NoticePreview.MostRead, asked);
        Assert.Equal((NoticePreview.MostRead, 234), (expected.Count, expected.Unread));
        asked = int.MaxValue - 10;
        Assert.Equal(0, (await office.Office.Get<NoticePreview>().OfAsync(AskAsync(), 20)).Unread);

        async IAsyncEnumerable<AskedOfCase> AskAsync()
        {
            while (asked < int.MaxValue)
            {
                asked++;
                yield return new(new(TestOffice.First, 1), command);
                await Task.CompletedTask;
            }
        }
    }

    [Fact]
    public async Task Actions_OfARound_KnowHowManyCasesTheyReachAtMost()
    {
        var office = new ActingOffice();
        await office.Office.EnterManyAsync(3);
        ProposedAction extension = new ProposedAction.ExtendRound(
            TestOffice.First, Step.CompanyRegistration, Tokyo.Day("2025-06-19"), null, "災害のため: 大雨");
        Assert.Equal(3, await office.Actions.MostAskedAsync([Move]));
        Assert.Equal(3, await office.Actions.MostAskedAsync([extension]));

        // Who left is asked nothing, and is not read.
        await office.Office.Cases.HandleAsync(new(TestOffice.First, 2), new CaseCommand.Decline(office.Office.Now, "取りやめ"));
        await office.Office.Sweeper.SweepAsync();

        Assert.Equal(5, await office.Actions.MostAskedAsync([Move, extension]));
    }

    [Fact]
    public async Task Effect_OfMovingTheWindowOfARoundWithoutEntries_PromisesNoNotice()
    {
        var office = new ActingOffice();
        await office.Office.Rounds.AdvanceAsync(TestOffice.First);
        Assert.Contains("通知する企業はありません", await EffectAsync(), StringComparison.Ordinal);

        await office.Office.EnterManyAsync(1);

        Assert.Contains("受付済みの企業に、延長したことを通知します", await EffectAsync(), StringComparison.Ordinal);

        async Task<string> EffectAsync() => Assert.Single(await office.Actions.PreviewAsync([Move])).Effect;
    }
}
