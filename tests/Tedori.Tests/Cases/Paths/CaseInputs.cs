using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Payments;
using Tedori.Programme.Signing;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases.Paths;

/// <summary>
/// What may be asked of a case at an instant: each command as it should be, and with each of its faults.
/// </summary>
internal static class CaseInputs
{
    private const string Nobody = "";
    private static readonly int[] Plain = [1, 2];
    private static readonly int[] Wage = [1, 15];

    public static IEnumerable<CaseCommand> Of(Edition edition, CaseState s, Instant at) =>
    [
        .. Draw(at), .. Filings(edition, s, at), .. Reviews(edition, s, at), .. Grants(s, at), .. Leaving(at),
        .. Later(s, at),
    ];

    public static CaseCommand Entry(Instant at) => new CaseCommand.Enter(at, Sample.CaseId, Sample.Form, at, "entry");

    private static IEnumerable<CaseCommand> Draw(Instant at) =>
    [
        Entry(at), new CaseCommand.TellShared(at), new CaseCommand.TellWindowMoved(at, Tokyo.At("2025-05-23T20:00:00"), "通信障害"), new CaseCommand.HoldResult(at, 7),
        new CaseCommand.RecordDraw(at, 7, true), new CaseCommand.RecordDraw(at, 141, false),
        new CaseCommand.Promote(at, 141, "承認者", Signed: Sample.Two), new CaseCommand.Exclude(at, Exclusion.Duplicate),
    ];

    private static IEnumerable<CaseCommand> Filings(Edition edition, CaseState s, Instant at)
    {
        foreach (var filing in Receipts(edition, s, at))
        {
            yield return new CaseCommand.RegisterCompany(at, filing);
            foreach (var items in (int[][])[Plain, Wage, [1], [1, 999]])
                yield return new CaseCommand.RegisterProject(at, filing, items);
            foreach (var items in (int[][])[Plain, Wage, [], [1, 999], [1, 3]])
                yield return new CaseCommand.SubmitClaim(at, filing, items, items == Wage ? 3 : 0);
            yield return new CaseCommand.SubmitClaim(at, filing, Plain, 3);
            yield return new CaseCommand.SubmitClaim(at, filing, Plain, 0, []);
            yield return new CaseCommand.AnswerCorrection(at, s.Corrections, filing);
            yield return new CaseCommand.AnswerCorrection(at, 99, filing);
        }
    }

    /// <summary>By web now; by post with a postmark of the last day, of today and of tomorrow.</summary>
    private static IEnumerable<Filing> Receipts(Edition edition, CaseState s, Instant at)
    {
        var today = JapanTime.DateOf(at);
        yield return Sample.Web(at, "web");
        if (LastDay(edition, s) is { } last && last <= today)
            yield return Sample.Post(last, today, "post");
        yield return Sample.Post(today, today, "post today");
        yield return Sample.Post(today, today, "post with gaps") with
        {
            Gaps = [new("①の計画", "「①の計画」を入力してください。", 1)],
        };
        if (s.Filed.Count > 0)
            yield return Sample.Web(at, "newer") with { Replaces = s.Filed[s.Filed.Keys.Max()] };
        yield return Sample.Post(today.PlusDays(1), today, "post tomorrow");
    }

    private static LocalDate? LastDay(Edition edition, CaseState s) => s.Correction is { } open
        ? CaseSchedule.OfCorrection(edition, open).Date
        : CaseSchedule.DateOf(edition, s, s.ClosedIn ?? s.Step);

    private static IEnumerable<CaseCommand> Reviews(Edition edition, CaseState s, Instant at)
    {
        var today = JapanTime.DateOf(at);
        return
        [
            new CaseCommand.BeginReview(at, "ito"), new CaseCommand.RequestCorrection(at, Sample.Flaws), new CaseCommand.RequestCorrection(at, []),
            new CaseCommand.RequestCorrection(at, Sample.Flaws, Sunday(today)),
            new CaseCommand.WithdrawCorrection(at, s.Corrections), new CaseCommand.WithdrawCorrection(at, 99),
            new CaseCommand.PassEligibility(at, Signed: Sample.Two), new CaseCommand.FailEligibility(at, "理由", Signed: Sample.Two),
            new CaseCommand.FailEligibility(at, Nobody, Signed: Sample.Two),
            new CaseCommand.PassEligibility(at, Signed: Sample.Two, ProposedAt: s.ReplacedAt - Duration.Epsilon),
            new CaseCommand.FailEligibility(
                at, "理由", Signed: Sample.Two, ProposedAt: s.ReplacedAt - Duration.Epsilon),
            new CaseCommand.RecordVisit(at, s.Visits.Count + 1, today), new CaseCommand.RecordVisit(at, 9, today),
            .. Enum.GetValues<Step>().SelectMany(step => Extensions(edition, step, at)),
        ];
    }

    private static IEnumerable<CaseCommand> Extensions(Edition edition, Step step, Instant at)
    {
        var later = edition.Calendar.OnOrAfter(JapanTime.DateOf(at).PlusDays(30));
        return
        [
            new CaseCommand.ExtendCutoff(at, step, later, "災害", "承認者", Signed: Sample.Two),
            new CaseCommand.ExtendCutoff(at, step, Sunday(later), "災害", "承認者", Signed: Sample.Two),
            new CaseCommand.ExtendCutoff(at, step, later, Nobody, "承認者", Signed: Sample.Two),
        ];
    }

    private static IEnumerable<CaseCommand> Grants(CaseState s, Instant at) =>
    [
        new CaseCommand.GrantClaim(at, Plain, 0, Signed: Sample.Two, ProposedAt: s.ReplacedAt - Duration.Epsilon),
        new CaseCommand.RefuseClaim(at, "理由", Signed: Sample.Two, ProposedAt: s.ReplacedAt - Duration.Epsilon),
        new CaseCommand.GrantClaim(at, Plain, 0, Signed: Sample.Two), new CaseCommand.GrantClaim(at, Wage, 3, Signed: Sample.Two),
        new CaseCommand.GrantClaim(at, Wage, 9, Signed: Sample.Two), new CaseCommand.GrantClaim(at, Plain, 3, Signed: Sample.Two),
        new CaseCommand.GrantClaim(at, [], 0, Signed: Sample.Two), new CaseCommand.GrantClaim(at, [1, 999], 0, Signed: Sample.Two),
        new CaseCommand.GrantClaim(at, [1, 3], 0, Signed: Sample.Two), new CaseCommand.GrantClaim(at, [1], 0, Signed: Sample.Two),
        new CaseCommand.GrantClaim(at, [1], 0, null, [], Signed: Sample.Two),
        new CaseCommand.GrantClaim(at, [1], 0, null, [new(2, Nobody)], Signed: Sample.Two),
        new CaseCommand.RefuseClaim(at, "理由", Signed: Sample.Two), new CaseCommand.RefuseClaim(at, Nobody, Signed: Sample.Two),
        new CaseCommand.MoveMoney(new PaymentCommand.PassTime(at)), new CaseCommand.ReleasePayment(at, Sample.Two), new CaseCommand.ReleasePayment(at, Sample.Alone),
    ];

    private static IEnumerable<CaseCommand> Leaving(Instant at) => ((string[])["都合", Nobody]).SelectMany(
        reason => (CaseCommand[])
        [
            new CaseCommand.Decline(at, reason), new CaseCommand.Retract(at, reason),
            new CaseCommand.Abandon(at, reason),
        ]);

    private static IEnumerable<CaseCommand> Later(CaseState s, Instant at) =>
    [
        new CaseCommand.RecordEnvelope(at, "post"), new CaseCommand.SettleEnvelope(at, "post"),
        new CaseCommand.RecordRefusal(
            at, Step.Claim, Sample.Web(at, "web"), new("afterCutoff", "締切を過ぎたため受理できません。")),
        new CaseCommand.RequestContactChange(at, Story.NewContact),
        new CaseCommand.RequestContactChange(at, new("見本 花子", s.Entry.Email, "03-0000-0009")),
        new CaseCommand.ConfirmContact(at, new(s.ContactChanges, ContactSide.Old)),
        new CaseCommand.ConfirmContact(at, new(s.ContactChanges, ContactSide.New)),
        new CaseCommand.ConfirmContact(at, new(99, ContactSide.New)),
        Replaced(s, at, Story.NewContact, Sample.Two), Replaced(s, at, Story.NewContact, Sample.Alone),
        Replaced(s, at, new("見本 花子", s.Entry.Email, "03-0000-0008"), Sample.Two),
        Replaced(s, at, Story.NewContact with { Email = "hanako" }, Sample.Two),
        .. ((PhoneCheck[])
        [
            new("", "会社案内", "代表 次郎", JapanTime.DateOf(at)),
            new("03-9999-0000", "会社案内", "代表 次郎", JapanTime.DateOf(at).PlusDays(1)),
            new(Story.NewContact.Phone, "申し出た人", "代表 次郎", JapanTime.DateOf(at)),
        ]).Select(check => new CaseCommand.ReplaceContact(at, Story.NewContact, check, "退職", Sample.Two)),
        new CaseCommand.SendMessage(at, "message", "お問い合わせへの回答", ["本文です。"], "伊藤"), new CaseCommand.SendMessage(at, "message", "件名", [], "伊藤"),
        new CaseCommand.SendMessage(at, "message", "", ["本文です。"], "伊藤"), new CaseCommand.SendMessage(at, "message", "件名", ["\u202E本文です。"], "伊藤"),
        new CaseCommand.TakeMailFile(at, Sample.Web(at, "mail-1"), "20250620T100000000-0123456789abcdef", "伊藤"),
        Again(at, Sample.WonNotice), Again(at, Sample.WonNotice, reason: Nobody),
        Again(at, Sample.WonNotice, to: "hanako"),
        Elsewhere(at, Sample.WonNotice, null), Elsewhere(at, Sample.WonNotice, Sample.Two),
        Again(at, Sample.WonNotice with { Kind = NoticeKind.ContactConfirmation }),
        new CaseCommand.PassTime(at),
    ];

    private static CaseCommand.ReplaceContact Replaced(CaseState s, Instant at, Contact contact, Signatures signed) => new(
        at, contact, new(s.Entry.Phone, "エントリーの電話番号", "代表 次郎", JapanTime.DateOf(at)), "退職", signed);

    private static CaseCommand.RepeatNotice Again(
        Instant at, Notice notice, string reason = "届いていないため", string to = "hanako@example.jp") =>
        new(at, "again", notice, to, reason, "伊藤");

    private static CaseCommand.RepeatNotice Elsewhere(Instant at, Notice notice, Signatures? signed) =>
        new(at, "again", notice, "other@example.jp", "届いていないため", "伊藤", signed);

    private static LocalDate Sunday(LocalDate after) => after.Next(IsoDayOfWeek.Sunday);
}
