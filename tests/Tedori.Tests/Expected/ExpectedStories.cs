using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Post;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.CaseFiles;

namespace Tedori.Tests.Expected;

/// <summary>For each proposed action that tells companies something: offices in which it can be done, and the action.</summary>
internal static class ExpectedStories
{
    private static readonly CaseId First = new(TestOffice.First, 1);

    private static readonly Dictionary<Type, Func<ExpectingOffice, Task<ProposedAction>>[]> All = new()
    {
        [typeof(ProposedAction.ReleaseResult)] = [DrawnAsync, SharedAsync, DisputedAsync],
        [typeof(ProposedAction.Promote)] = [PromotableAsync],
        [typeof(ProposedAction.SettleLot)] = [HeldAsync],
        [typeof(ProposedAction.PassEligibility)] = [PassableAsync],
        [typeof(ProposedAction.FailEligibility)] = [o => RegisteredAsync(o, new ProposedAction.FailEligibility(First, "要件を満たさないため。"))],
        [typeof(ProposedAction.GrantClaim)] = [o => ClaimedAsync(o, new ProposedAction.GrantClaim(First, [1, 2], 0, [new(15, "賃上げを確認できないため。")]))],
        [typeof(ProposedAction.RefuseClaim)] = [o => ClaimedAsync(o, new ProposedAction.RefuseClaim(First, "確認できないため。"))],
        [typeof(ProposedAction.ReleasePayment)] = [GrantedAsync],
        [typeof(ProposedAction.ExtendCase)] =
        [
            o => RegisteredAsync(o, new ProposedAction.ExtendCase(First, Step.ProjectRegistration, Tokyo.Day("2025-11-20"), "災害のため")),
            o => LapsedAsync(o, new ProposedAction.ExtendCase(First, Step.CompanyRegistration, Tokyo.Day("2025-07-22"), "災害のため")),
        ],
        [typeof(ProposedAction.ExtendRound)] =
        [
            o => RegisteredAsync(o, new ProposedAction.ExtendRound(
                TestOffice.First, Step.ProjectRegistration, Tokyo.Day("2025-11-20"), null, "災害のため")),
        ],
        [typeof(ProposedAction.ReplaceContact)] = [o => RegisteredAsync(o, new ProposedAction.ReplaceContact(
            First, new("後任 一郎", "ichiro@example.jp", "03-1234-5678"),
            new("03-9999-0000", "会社案内", "代表 次郎", Tokyo.Day("2025-06-10")), "担当者が退職したため"))],
        [typeof(ProposedAction.RepeatNotice)] = [RepeatedAsync],
        [typeof(ProposedAction.FilePost)] = [IllegibleAsync],
        [typeof(ProposedAction.JudgeAttempt)] = [o => AttemptedAsync(o, accepted: true), o => AttemptedAsync(o, accepted: false)],
        [typeof(ProposedAction.MoveWindow)] = [EnteredAsync],
    };

    public static IEnumerable<Type> Types => All.Keys;

    public static IReadOnlyList<Func<ExpectingOffice, Task<ProposedAction>>> Of(Type type) => All[type];

    /// <summary>One place in the first round, which gives places that come back to the next.</summary>
    public static readonly Edition Few = Sample.Promoting with
    {
        Windows = Sample.Promoting.Windows with { AttemptBusinessDays = 3 },
        Rounds = [Sample.R7.Round(1) with { Places = 1 }, .. Sample.R7.Rounds.Skip(1)],
    };

    private static async Task<ProposedAction> DrawnAsync(ExpectingOffice office)
    {
        await office.Office.DrawAsync(3);
        office.Office.Clock.Reset(Tokyo.At("2025-05-26T10:00:00"));
        return new ProposedAction.ReleaseResult(TestOffice.First);
    }

    private static Task<ProposedAction> SharedAsync(ExpectingOffice office) => SharedAsync(office, Sample.Form.Email);

    private static Task<ProposedAction> DisputedAsync(ExpectingOffice office) => SharedAsync(office, "other@example.jp");

    private static async Task<ProposedAction> SharedAsync(ExpectingOffice office, string second)
    {
        await office.Office.Rounds.AdvanceAsync(TestOffice.First);
        foreach (var (email, key) in new[] { (Sample.Form.Email, "one"), (second, "two") })
            await office.Office.Entries.ReceiveAsync(TestOffice.First, Sample.Form with { Email = email }, office.Office.Now, key);
        await office.Office.AdvanceAtAsync("2025-05-23T17:02:00");
        await office.Office.AdvanceAtAsync("2025-05-23T17:32:00");
        office.Office.Clock.Reset(Tokyo.At("2025-05-26T10:00:00"));
        return new ProposedAction.ReleaseResult(TestOffice.First);
    }

    private static async Task<ProposedAction> HeldAsync(ExpectingOffice office)
    {
        await DisputedAsync(office);
        Assert.Null(await office.Office.Rounds.ReleaseAsync(TestOffice.First, Sample.Two));
        await office.Office.PublishAsync();
        office.Office.Clock.Reset(Tokyo.At("2025-05-27T10:00:00"));
        return new ProposedAction.SettleLot(TestOffice.First, 1, new(TestOffice.First, 2), "電話で確認");
    }

    private static async Task<ProposedAction> PromotableAsync(ExpectingOffice office)
    {
        await office.Office.ReleaseAsync(3);
        await office.Office.PublishAsync();
        var first = (await office.Office.RoundRecords.ResultsAsync(TestOffice.First))[0].CaseId;
        await office.Office.Cases.HandleAsync(first, new CaseCommand.Decline(office.Office.Now, "都合"));
        office.Office.Clock.Reset(Tokyo.At("2025-05-27T10:00:00"));
        return new ProposedAction.Promote(TestOffice.First);
    }

    private static async Task<ProposedAction> RegisteredAsync(ExpectingOffice office, ProposedAction action)
    {
        await office.Acting.WithWinnersAsync(1);
        await office.Acting.RegisterAsync(1);
        office.Office.Clock.Reset(Tokyo.At("2025-06-11T11:00:00"));
        return action;
    }

    private static async Task<ProposedAction> PassableAsync(ExpectingOffice office)
    {
        await RegisteredAsync(office, null!);
        var folder = await office.Office.Get<CaseFileReader>().ReadAsync(First);
        return new ProposedAction.PassEligibility(
            First, [.. PassingRules.OpenLines(ExpectedStories.Few, folder!).Select(l => new OpenLine(l.Id, "電話で確認"))]);
    }

    private static async Task<ProposedAction> LapsedAsync(ExpectingOffice office, ProposedAction action)
    {
        await office.Acting.WithWinnersAsync(1);
        office.Office.Clock.Reset(Tokyo.At("2025-06-25T11:00:00"));
        await office.Acting.DoAsync(1, new CaseCommand.PassTime(office.Office.Now));
        Assert.Equal(Outcome.Lapsed, (await office.Office.CaseAsync(1)).Outcome);
        // After hours: it leaves when the office opens.
        office.Office.Clock.Reset(Tokyo.At("2025-06-25T19:00:00"));
        return action;
    }

    private static async Task<ProposedAction> ClaimedAsync(ExpectingOffice office, ProposedAction action)
    {
        await office.Acting.WithWinnersAsync(1);
        await office.Acting.ClaimAsync(1);
        office.Office.Clock.Reset(Tokyo.At("2026-07-14T11:00:00"));
        return action;
    }

    private static async Task<ProposedAction> GrantedAsync(ExpectingOffice office)
    {
        await office.Acting.DecideAsync(await ClaimedAsync(office, new ProposedAction.GrantClaim(First, [1, 2, 15], 3)));
        office.Office.Clock.Reset(Tokyo.At("2026-07-16T11:00:00"));
        return new ProposedAction.ReleasePayment(First);
    }

    private static async Task<ProposedAction> RepeatedAsync(ExpectingOffice office)
    {
        await office.Acting.WithWinnersAsync(1);
        office.Office.Clock.Reset(Tokyo.At("2025-05-28T10:00:00"));
        var won = (await office.Acting.Repetition.OfCaseAsync(First)).Single(n => n.Notice.Kind == NoticeKind.ResultWon);
        return new ProposedAction.RepeatNotice(won.Notice.Id, "other@example.jp", "転居のため");
    }

    private static async Task<ProposedAction> EnteredAsync(ExpectingOffice office)
    {
        await office.Office.Rounds.AdvanceAsync(TestOffice.First);
        await office.Office.EnterManyAsync(3);
        office.Office.Clock.Reset(Tokyo.At("2025-05-23T16:30:00"));
        return new ProposedAction.MoveWindow(TestOffice.First, Tokyo.At("2025-05-23T20:00:00"), "通信障害のため");
    }

    private static async Task<ProposedAction> AttemptedAsync(ExpectingOffice office, bool accepted)
    {
        await office.Acting.WithWinnersAsync(1);
        office.Office.Clock.Reset(Tokyo.At("2025-06-13T10:00:00"));
        Assert.Null((await office.Acting.Post.RecordAsync(new(
            "a1", First, Step.CompanyRegistration, null, Tokyo.Day("2025-06-12"), "電子メール", null, [Sample.File("誓約書.pdf")], [], 0,
            [new(ActingOffice.Ito.Id, ActingOffice.Ito.Name, null, office.Office.Now)], EnvelopeState.AwaitingApprover)
        {
            Mail = new("20250612T075900000-0123456789abcdef", Tokyo.At("2025-06-12T16:59:00")),
        })).Refusal);
        await office.Acting.Post.SeeAsync(TestOffice.First, "a1", ActingOffice.Endo.Id);
        return new ProposedAction.JudgeAttempt(First, "a1", accepted, "添付は提出書類ではありませんでした。");
    }

    private static async Task<ProposedAction> IllegibleAsync(ExpectingOffice office)
    {
        await office.Acting.WithWinnersAsync(1);
        office.Office.Clock.Reset(Tokyo.At("2025-06-16T10:00:00"));
        var (day, arrived) = (Tokyo.Day("2025-06-12"), Tokyo.Day("2025-06-16"));
        await office.Acting.Post.RecordAsync(new(
            "e1", First, Step.CompanyRegistration, null, arrived, "簡易書留", null, [Sample.File("封筒.jpg")], [], 0,
            [new(ActingOffice.Ito.Id, ActingOffice.Ito.Name, null, office.Office.Now)], EnvelopeState.AwaitingSecondReading));
        await office.Acting.Post.SeeAsync(TestOffice.First, "e1", ActingOffice.Ueda.Id);
        await office.Acting.Post.SeeAsync(TestOffice.First, "e1", ActingOffice.Endo.Id);
        await office.Acting.Post.ReadAgainAsync(
            TestOffice.First, "e1", new(ActingOffice.Ueda.Id, ActingOffice.Ueda.Name, null, office.Office.Now));
        return new ProposedAction.FilePost(First, "e1", new Receipt.Post(day, arrived, "簡易書留", null));
    }
}
