using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Notices;

/// <summary>Who got no mail is told in another way, in time.</summary>
public sealed class NextChannelTests
{
    private static readonly NoticeId Receipt = NoticeId.Parse("r7-01-00001.entryReceived.0001");

    [Fact]
    public async Task Of_AReceipt_IsPhoneThenLetterWithinSevenBusinessDays()
    {
        var (office, notice) = await OfAsync(Receipt);
        var next = NextChannel.Of(Sample.R7, await office.CaseAsync(1), notice);
        Assert.Equal(["申請の担当者に電話し、連絡先を確認して再通知", "通知を印刷し、申請の所在地に郵送"], next.Ways);
        Assert.Equal(new LocalDate(2025, 5, 28), next.By);
        Assert.Equal(
            "令和7年5月28日(水)までに、次の順で企業に知らせてください: (1)申請の担当者に電話し、連絡先を確認して再通知(2)通知を印刷し、申請の所在地に郵送。",
            next.Sentence(next.By));
        Assert.StartsWith(
            "令和7年5月28日(水)の期限を過ぎています。すぐに", next.Sentence(next.By.PlusDays(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-05-26T10:00:00", 2025, 6, 3)]
    [InlineData("2025-06-04T10:00:00", 2025, 6, 13)]
    public async Task Of_AResult_IsByTheLastDayOfResultsOrSevenDaysOfItself(string cause, int year, int month, int day)
    {
        var (office, notice) = await OfAsync(Receipt);
        var result = notice with
        {
            Id = Receipt with { Kind = NoticeKind.ResultWon },
            Kind = NoticeKind.ResultWon,
            CausedAt = Tokyo.At(cause),
        };
        Assert.Equal(new LocalDate(year, month, day), NextChannel.Of(Sample.R7, await office.CaseAsync(1), result).By);
    }

    [Fact]
    public async Task Of_ACaseWithASecondContact_AsksThereFirst()
    {
        var (office, notice) = await OfAsync(Receipt);
        var state = await office.CaseAsync(1) with
        {
            ContactChange = new(1, new("後任 担当", "next@example.jp", "03-9999-0000"), []),
        };
        Assert.Equal("確認待ちの新しい連絡先に電話", NextChannel.Of(Sample.R7, state, notice).Ways[0]);
        var person = state with
        {
            ContactChange = new(1, new("後任 担当", "next@example.jp", state.Entry.Phone), []),
        };
        Assert.Equal("確認待ちの新しい担当者に電話", NextChannel.Of(Sample.R7, person, notice).Ways[0]);
    }

    [Fact]
    public async Task Of_ACaseWhoseAddressIsAnotherNow_SendsThereFirst()
    {
        var (office, notice) = await OfAsync(Receipt);
        var next = NextChannel.Of(Sample.R7, await office.CaseAsync(1), notice with { To = "former@example.jp" });
        Assert.Equal("申請の現在のEメールアドレスに再通知", next.Ways[0]);
    }

    [Fact]
    public async Task Bounce_OfANotice_IsATaskThatSaysHowAndUntilWhen()
    {
        var (office, notice) = await OfAsync(Receipt);
        await office.Notices.SendAsync(Receipt);
        await office.Notices.RecordDeliveryAsync(Receipt, delivered: false);
        StaffTask task = Assert.Single(await office.Tasks.AllAsync().ToListAsync());
        Assert.Equal(
            $"通知({notice.Subject})が届きませんでした。令和7年5月28日(水)までに、次の順で企業に知らせてください: "
                + "(1)申請の担当者に電話し、連絡先を確認して再通知(2)通知を印刷し、申請の所在地に郵送。",
            task.Text);
        Assert.DoesNotContain((await office.CaseAsync(1)).Entry.Phone, task.Text, StringComparison.Ordinal);
    }

    private static async Task<(TestOffice Office, Notice Notice)> OfAsync(NoticeId id)
    {
        var office = new TestOffice();
        await office.EnterAsync(1);
        return (office, (await office.Get<Tedori.Workflows.Notices.NoticeRepetition>().FindAsync(id))!);
    }
}
