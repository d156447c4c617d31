using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;

namespace Tedori.Tests.Approvals;

/// <summary>A company whose contact is reached no more: staff change it after a call, two people answer for it.</summary>
public sealed class ContactActionsSpecs
{
    private static readonly Contact Successor = new("後任 一郎", "ichiro@example.jp", "03-1111-2222");

    private readonly ActingOffice office = new();

    [Fact]
    public async Task Replace_Approved_WritesToTheNewAddressAndTellsTheFormerOne()
    {
        await office.WithWinnersAsync(1);
        var former = (await office.Office.CaseAsync(1)).Entry.Email;

        Assert.Null(Assert.Single(await office.DecideAsync(Action(Successor))).Refusal);

        Assert.Equal(Successor, Contact.Of((await office.Office.CaseAsync(1)).Entry));
        var replaced = Assert.Single((await office.EventsAsync(1)).OfType<CaseEvent.ContactReplaced>());
        Assert.Equal(("代表 次郎", true), (replaced.Check.Person, replaced.Signed!.AreOfTwoPeople));
        var notices = (await office.Repetition.OfCaseAsync(Id)).TakeLast(2).Select(n => n.Notice).ToList();
        Assert.Equal(
            [(NoticeKind.ContactChanged, Successor.Email), (NoticeKind.FormerContact, former)],
            notices.Select(n => (n.Kind, n.To)));
        Assert.DoesNotContain(Successor.Email, notices[1].Said(), StringComparison.Ordinal);
        Assert.DoesNotContain(Successor.Name, notices[1].ToName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replace_OfAnAddress_VoidsLinksOnceAndSendsTheFormerAddressNone()
    {
        await office.WithWinnersAsync(1);
        var before = await office.Office.Access.GenerationAsync(Id);

        await office.DecideAsync(Action(Successor));
        await office.DecideAsync(Action(Successor));

        Assert.Equal(before + 1, await office.Office.Access.GenerationAsync(Id));
        office.Office.Links.Invocations.Clear();
        Assert.Null(await office.Office.Access.IssueAsync(Sample.WonNotice with { Kind = NoticeKind.FormerContact }));
        office.Office.Links.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(NoticeKind.FormerContact, 0)]
    [InlineData(NoticeKind.ContactChanged, 1)]
    public async Task Notice_ThatComesBack_IsATaskUnlessItWentToTheFormerAddress(NoticeKind kind, int tasks)
    {
        await office.WithWinnersAsync(1);
        await office.DecideAsync(Action(Successor));
        var notice = (await office.Repetition.OfCaseAsync(Id)).Select(n => n.Notice).Single(n => n.Kind == kind);

        await office.Office.Notices.SendAsync(notice.Id);
        await office.Office.Notices.RecordDeliveryAsync(notice.Id, delivered: false);

        Assert.Equal(tasks, (await office.Office.TaskKindsAsync()).Count(k => k == "mailBounced"));
    }

    [Fact]
    public async Task Replace_OfNameAndPhoneOnly_VoidsLinksAsWellAndTellsNobodyElse()
    {
        await office.WithWinnersAsync(1);
        var entry = (await office.Office.CaseAsync(1)).Entry;
        var before = await office.Office.Access.GenerationAsync(Id);

        await office.DecideAsync(Action(Successor with { Email = entry.Email }));

        Assert.Equal(before + 1, await office.Office.Access.GenerationAsync(Id));
        Assert.DoesNotContain(await office.EventsAsync(1), e => e is CaseEvent.FormerContactTold);
    }

    [Theory]
    [InlineData("03-1111-2222", 0, "phoneCheckNumber")]
    [InlineData("03-9999-0000", 1, "phoneCheckDate")]
    [InlineData("03-9999-0000", -31, "phoneCheckDate")]
    [InlineData("", 0, "phoneCheckMissing")]
    public async Task Replace_WithoutACallThatHolds_ChangesNothing(string called, int days, string code)
    {
        await office.WithWinnersAsync(1);
        var (before, links) = (await office.EventsAsync(1), await office.Office.Access.GenerationAsync(Id));

        var verdict = Assert.Single(await office.DecideAsync(Action(Successor, called, days)));

        Assert.Equal(code, verdict.Refusal?.Code);
        Assert.Equal(before.Count, (await office.EventsAsync(1)).Count);
        Assert.Equal(links, await office.Office.Access.GenerationAsync(Id));
    }

    [Fact]
    public async Task Replace_WhileTheCompanyAskedForAnother_MakesItsConfirmationsWorthless()
    {
        await office.WithWinnersAsync(1);
        await office.DoAsync(1, new CaseCommand.RequestContactChange(office.Office.Now, Story.NewContact));

        await office.DecideAsync(Action(Successor));

        var late = await office.DoAsync(1, new CaseCommand.ConfirmContact(office.Office.Now, new(1, ContactSide.Old)));
        Assert.Equal("contactChangeGone", (late as Tedori.Workflows.Cases.CaseAnswer.Refused)?.Refusal.Code);
        Assert.Equal(Successor, Contact.Of((await office.Office.CaseAsync(1)).Entry));
    }

    private static CaseId Id => new(TestOffice.First, 1);

    private ProposedAction.ReplaceContact Action(Contact contact, string called = "03-9999-0000", int days = 0) => new(
        Id, contact, new(called, "会社案内", "代表 次郎", JapaneseDay.PlusDays(days)), "担当者が退職したため");

    private LocalDate JapaneseDay => Programme.Calendar.JapanTime.DateOf(office.Office.Now);
}
