using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Payments;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Cases;

/// <summary>
/// Random lives of a case: commands at random times, most of them sensible, whatever was accepted kept.
/// </summary>
internal static class CaseLives
{
    private static readonly Gen<(int Kind, int Hours, int Salt)> Move =
        from kind in Gen.Choose(0, 22)
        from hours in Gen.Choose(0, 400)
        from salt in Gen.Choose(0, 999)
        select (kind, hours, salt);

    /// <summary>The events of a life, and the instant of the last command.</summary>
    public static Gen<(IReadOnlyList<CaseEvent> Events, Instant Now)> Any => Under(Sample.Promoting);

    /// <summary>The same under an edition.</summary>
    public static Gen<(IReadOnlyList<CaseEvent> Events, Instant Now)> Under(Edition edition) =>
        from length in Gen.Choose(0, 40)
        from moves in Gen.ListOf(Move, length)
        select Live(edition, moves);

    private static (IReadOnlyList<CaseEvent> Events, Instant Now) Live(
        Edition edition, IEnumerable<(int Kind, int Hours, int Salt)> moves)
    {
        var events = Story.Entered.ToList();
        var state = CaseEvolution.Fold(events);
        var now = Tokyo.At("2025-05-26T09:00:00");
        foreach (var (kind, hours, salt) in moves)
        {
            now += Duration.FromHours(hours) + Duration.FromMilliseconds(salt);
            foreach (var command in new[] { new CaseCommand.PassTime(now), Command(state, now, kind, salt) })
            {
                if (CaseDecider.Decide(edition, state, command) is not Decision.Accepted accepted)
                    continue;
                events.AddRange(accepted.Events);
                state = accepted.Events.Aggregate(state, CaseEvolution.Evolve);
            }
        }

        return (events, now);
    }

    private static CaseCommand Command(CaseState s, Instant now, int kind, int salt) => kind switch
    {
        0 => new CaseCommand.Decline(now, "都合"),
        1 => new CaseCommand.Retract(now, "都合"),
        2 => new CaseCommand.Abandon(now, "都合"),
        3 => new CaseCommand.FailEligibility(now, "理由", Signed: Sample.Two),
        4 or 5 => new CaseCommand.RequestCorrection(now, Sample.Flaws),
        6 => new CaseCommand.WithdrawCorrection(now, s.Corrections),
        7 or 8 => new CaseCommand.ExtendCutoff(now, s.ClosedIn ?? s.Step, Later(now, salt), "災害", "承認者", Signed: Sample.Two),
        9 => new CaseCommand.ExtendCutoff(now, Step.ProjectRegistration, Later(now, 60 + salt), "災害", "承認者", Signed: Sample.Two),
        13 when salt % 3 == 0 => new CaseCommand.RepeatNotice(
            now, $"again-{salt}", Sample.WonNotice, "hanako@example.jp", "届いていないため", "伊藤"),
        13 when salt % 3 == 1 => new CaseCommand.SendMessage(now, $"message-{salt}", "お問い合わせへの回答", ["本文です。"], "伊藤"),
        13 => new CaseCommand.TakeMailFile(now, Sample.Web(now, $"mail-{salt}"), "20250620T100000000-0123456789abcdef", "伊藤"),
        21 or 22 when s.Outcome == Tedori.Programme.Outcome.Granted =>
            new CaseCommand.MoveMoney(new PaymentCommand.FileInvoice(
                now, $"invoice-{salt}", new Receipt.Electronic(now), [], new("f1", "****567", false), s.GrantYen!.Value)),
        14 when s.Outcome == Tedori.Programme.Outcome.Granted => new CaseCommand.ReleasePayment(now, Sample.Two),
        11 when salt % 3 == 0 => new CaseCommand.RequestContactChange(
            now, new("見本 次郎", $"jiro{salt % 3}@example.jp", $"03-0000-000{salt % 5}")),
        12 when salt % 3 != 1 => new CaseCommand.ConfirmContact(now, new(s.ContactChanges, (ContactSide)(salt % 2))),
        12 => new CaseCommand.ReplaceContact(
            now, new("後任 一郎", $"ichiro{salt % 2}@example.jp", $"03-0000-000{salt % 5}"),
            new("03-9999-0000", "会社案内", "代表 次郎", Day(now)), "退職", Sample.Two),
        15 when s.Outcome == Tedori.Programme.Outcome.Lost => new CaseCommand.Promote(now, 141, "承認者", Signed: Sample.Two),
        10 => new CaseCommand.RecordVisit(now, s.Visits.Count + 1, Day(now)),
        16 when salt % 4 == 0 => new CaseCommand.RecordEnvelope(now, $"post-{salt % 7}"),
        16 or 17 when s.Envelopes.Count > 0 => new CaseCommand.SettleEnvelope(now, s.Envelopes[0]),
        18 when salt % 4 == 0 => new CaseCommand.RecordRefusal(
            now, s.ClosedIn ?? s.Step, Sample.Post(Day(now), Day(now), $"post-{salt}"),
            new("postmarkTooLate", "締切後のため受理できません。")),
        19 when salt % 3 == 0 => new CaseCommand.BeginReview(now, "ito"),
        20 when s.Filed.Count > 0 && s.Step is Step.EligibilityReview or Step.Implementation or Step.ClaimReview =>
            Newer(s, now, salt),
        _ => Forward(s, now, salt),
    };

    private static CaseCommand Newer(CaseState s, Instant now, int salt)
    {
        var filing = Sample.Web(now, $"newer-{salt}") with { Replaces = s.Filed[s.Filed.Keys.Max()] };
        IReadOnlyList<int> items = salt % 2 == 0 ? [2, 3] : [1, 15];
        return s.Step switch
        {
            Step.EligibilityReview => new CaseCommand.RegisterCompany(now, filing),
            Step.Implementation => new CaseCommand.RegisterProject(now, filing, items),
            _ => new CaseCommand.SubmitClaim(now, filing, s.Project!.Items, s.Project.Items.Contains(15) ? 2 : 0),
        };
    }

    private static CaseCommand Forward(CaseState s, Instant now, int salt)
    {
        var filing = salt % 3 == 0
            ? Sample.Post(Day(now).PlusDays(-(salt % 20)), Day(now), $"key-{salt}")
            : Sample.Web(now, $"key-{salt}");
        IReadOnlyList<int> items = salt % 2 == 0 ? [1, 2] : [1, 15];
        if (s.Correction is not null)
            return new CaseCommand.AnswerCorrection(now, s.Corrections, filing);
        return (s.ClosedIn ?? s.Step) switch
        {
            Step.AwaitingDraw when salt % 11 == 4 => new CaseCommand.TellWindowMoved(now, Tokyo.At("2025-10-03T20:00:00"), "通信障害"),
            Step.AwaitingDraw when salt % 11 == 3 && s.Shared is null => new CaseCommand.TellShared(now),
            Step.AwaitingDraw when salt % 11 == 5 && s.HeldSince is null => new CaseCommand.HoldResult(now, salt),
            Step.AwaitingDraw when salt % 9 == 0 => new CaseCommand.Exclude(now, (Exclusion)(salt % 5)),
            Step.AwaitingDraw => new CaseCommand.RecordDraw(now, salt, salt % 9 != 1),
            Step.CompanyRegistration => new CaseCommand.RegisterCompany(now, filing),
            Step.EligibilityReview => new CaseCommand.PassEligibility(now, Signed: Sample.Two),
            Step.ProjectRegistration => new CaseCommand.RegisterProject(now, filing, items),
            Step.Implementation when salt % 4 != 0 => new CaseCommand.PassTime(now),
            Step.Implementation or Step.Claim => s.Visits.Count < 2
                ? new CaseCommand.RecordVisit(now, s.Visits.Count + 1, Day(now))
                : new CaseCommand.SubmitClaim(
                    now, filing, s.Project!.Items, s.Project.Items.Contains(15) ? 1 + salt % 12 : 0),
            _ => salt % 4 == 0
                ? new CaseCommand.RefuseClaim(now, "理由", Signed: Sample.Two)
                : new CaseCommand.GrantClaim(now, s.Claim?.Items ?? [1, 2], s.Claim?.Persons ?? 0, Signed: Sample.Two),
        };
    }

    private static LocalDate Later(Instant now, int days) =>
        Sample.R7.Calendar.OnOrAfter(Day(now).PlusDays(1 + days % 90));

    private static LocalDate Day(Instant now) => now.InZone(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).Date;
}
