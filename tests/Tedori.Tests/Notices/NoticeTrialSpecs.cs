using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Tests.Expected;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Notices;

/// <summary>A kind of notice tried with a case: seen as it would read, sent to the office alone.</summary>
public sealed class NoticeTrialSpecs : IAsyncDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private static readonly CaseId Id = new(TestOffice.First, 1);
    private readonly ExpectingOffice office = new(Sample.R7);

    private NoticeTrial Trial => office.Office.Get<NoticeTrial>();

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Theory]
    [InlineData(NoticeKind.CorrectionRequested)]
    [InlineData(NoticeKind.EligibilityPassed)]
    [InlineData(NoticeKind.EligibilityFailed)]
    [InlineData(NoticeKind.LeavingReceived)]
    [InlineData(NoticeKind.ContactChanged)]
    [InlineData(NoticeKind.FormerContact)]
    [InlineData(NoticeKind.ContactConfirmation)]
    [InlineData(NoticeKind.Message)]
    [InlineData(NoticeKind.Repeated)]
    [InlineData(NoticeKind.LinkSentAgain)]
    [InlineData(NoticeKind.MailReceived)]
    public async Task Kind_ThatTheCaseCouldGetNow_ReadsAsItWouldAndChangesNothing(NoticeKind kind)
    {
        await RegisteredAsync();
        var before = office.Office.Log.ToList();

        var tried = await Trial.OfAsync(Id, kind);

        Assert.Equal((kind, null, null), (tried.Mail?.Notice.Kind, tried.HappenedAt, tried.Refusal));
        Assert.DoesNotContain(ExpectingOffice.Secret, tried.Mail!.Mail.Text + tried.Mail.Mail.Html, StringComparison.Ordinal);
        Assert.Equal(before, office.Office.Log);
    }

    [Theory]
    [InlineData(NoticeKind.EntryReceived)]
    [InlineData(NoticeKind.ResultWon)]
    public async Task Kind_ThatTheCaseGotBefore_ReadsAsItDidThen(NoticeKind kind)
    {
        await RegisteredAsync();

        var tried = await Trial.OfAsync(Id, kind);

        Assert.Equal(kind, tried.Mail?.Notice.Kind);
        Assert.True(tried.HappenedAt < office.Office.Now);
    }

    [Theory]
    [InlineData(NoticeKind.GrantDecided)]
    [InlineData(NoticeKind.PaymentReleased)]
    [InlineData(NoticeKind.ResultLost)]
    [InlineData(NoticeKind.Reinstated)]
    public async Task Kind_ThatTheCaseCannotGet_IsOneSentence(NoticeKind kind)
    {
        await RegisteredAsync();

        var tried = await Trial.OfAsync(Id, kind);

        Assert.Equal((null, "kindNotPossible"), (tried.Mail, tried.Refusal?.Code));
        Assert.Contains("の段階で", tried.Refusal!.Text, StringComparison.Ordinal);
    }

    // Two weeks after 2025-10-20 are a holiday.
    [Fact]
    public void Extension_WhoseDayWouldBeAHoliday_IsTriedWithTheNextOpenDay()
    {
        var (state, now) = (CaseEvolution.Fold(Story.Passed), Tokyo.At("2025-10-01T10:00:00"));

        var command = Assert.Single(TrialCommands.Of(Sample.R7, state, NoticeKind.CutoffExtended, now));

        Assert.IsType<Decision.Accepted>(CaseDecider.Decide(Sample.R7, state, command));
        Assert.Equal(Tokyo.Day("2025-11-04"), ((CaseCommand.ExtendCutoff)command).Date);
    }

    // Whatever a case has gone through, every kind is a mail or a sentence.
    [Fact]
    public async Task Kinds_OfEveryLife_AreAMailOrASentence()
    {
        await office.Acting.WithWinnersAsync(1);
        await EachKindAsync();
        await office.Acting.RegisterAsync(1);
        await EachKindAsync();
        await office.Acting.ClaimAsync(1);
        await EachKindAsync();
    }

    [Fact]
    public async Task Send_OfATrial_GoesToTheOfficeAloneMarkedAndLeavesTheCaseAsItIs()
    {
        await RegisteredAsync();
        var before = office.Office.Log.ToList();

        Assert.Null(await Trial.SendAsync(Key, Id, NoticeKind.CorrectionRequested));

        var mail = office.Office.Mail.Taken[^1];
        Assert.Equal(Sample.R7.Contact!.Email, mail.To);
        Assert.StartsWith("【試し】", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith("これは試しのメールです。", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ExpectingOffice.Secret, mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Equal($"trial.{Key}", mail.NoticeId);
        Assert.Equal(before, office.Office.Log);
    }

    [Fact]
    public async Task Send_WhileTheMailServerIsAway_IsASentence()
    {
        await RegisteredAsync();
        office.Office.Mail.Away = true;

        Assert.Equal("trialNotTaken", (await Trial.SendAsync(Key, Id, NoticeKind.Message))?.Code);
    }

    [Fact]
    public async Task Send_OfWhatCannotBeMade_SendsNothing()
    {
        await RegisteredAsync();
        var before = office.Office.Mail.Calls;

        Assert.Equal("kindNotPossible", (await Trial.SendAsync(Key, Id, NoticeKind.PaymentReleased))?.Code);
        Assert.Equal("noSuchCase", (await Trial.SendAsync(Key, new(TestOffice.First, 9), NoticeKind.Message))?.Code);
        Assert.Equal(before, office.Office.Mail.Calls);
    }

    [Fact]
    public async Task Recipient_WhereTheOfficeWritesAsTheCompany_IsNobody()
    {
        var edition = Sample.R7 with { Contact = Sample.R7.Contact! with { Email = Sample.Form.Email.ToUpperInvariant() } };
        await using var other = new ExpectingOffice(edition);
        await other.Acting.WithWinnersAsync(1);

        Assert.Equal("noTrialAddress", (await other.Office.Get<NoticeTrial>().SendAsync(Key, Id, NoticeKind.Message))?.Code);
    }

    private async Task EachKindAsync()
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var tried = await Trial.OfAsync(Id, kind);
            Assert.True(tried.Mail?.Notice.Kind == kind || tried.Refusal?.Code == "kindNotPossible", $"{kind}");
        }
    }

    private async Task RegisteredAsync()
    {
        await office.Acting.WithWinnersAsync(1);
        await office.Acting.RegisterAsync(1);
        office.Office.Clock.Reset(Tokyo.At("2025-06-11T11:00:00"));
    }
}
