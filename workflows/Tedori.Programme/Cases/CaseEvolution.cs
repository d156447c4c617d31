using NodaTime;
using Tedori.Programme.Calendar;

namespace Tedori.Programme.Cases;

/// <summary>Builds the state of a case from its events. Total: every event has its effect written down.</summary>
public static class CaseEvolution
{
    /// <summary>The state after all events.</summary>
    /// <exception cref="InvalidOperationException">The first event is not the entry, or another one is.</exception>
    public static CaseState Fold(IEnumerable<CaseEvent> events) =>
        events.Aggregate((CaseState?)null, (state, e) => Evolve(state, e))
            ?? throw new InvalidOperationException("A case without events.");

    /// <summary>The state after one more event.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow.</exception>
    public static CaseState Evolve(CaseState? state, CaseEvent e)
    {
        if (e is CaseEvent.Entered entered)
            return state is null ? Open(entered) : throw new InvalidOperationException($"{state.Id} entered twice.");
        return state is null
            ? throw new InvalidOperationException($"A case cannot begin with {e.GetType().Name}.")
            : Apply(state, e);
    }

    private static CaseState Open(CaseEvent.Entered e) => new()
    {
        Id = e.Id,
        Entry = e.Form,
        EnteredAt = e.ReceivedAt,
        EntryKey = e.Key,
        Step = Step.AwaitingDraw,
        Since = e.At,
        Shared = e.Shared,
    };

    private static CaseState Apply(CaseState s, CaseEvent e) => e switch
    {
        CaseEvent.EntryShared => s with { Shared = true },
        CaseEvent.WindowMoved x => s with { WindowMovedTo = x.Closes },
        CaseEvent.ResultHeld => s with { Shared = true, HeldSince = e.At },
        CaseEvent.Won x => Go(s, e, Step.CompanyRegistration) with
        {
            Extensions = x.RegisterBy is { } date ? With(s.Extensions, Step.CompanyRegistration, date) : s.Extensions,
        },
        CaseEvent.Lost => Close(s, e, Outcome.Lost),
        CaseEvent.Promoted x => Go(s, e, Step.CompanyRegistration) with
        {
            Outcome = null,
            ClosedIn = null,
            Extensions = With(s.Extensions, Step.CompanyRegistration, x.RegisterBy),
        },
        CaseEvent.Excluded => Close(s, e, Outcome.Excluded),
        CaseEvent.CompanyRegistered x => Go(File(s, Step.CompanyRegistration, x.Filing, x.At), e, Step.EligibilityReview),
        CaseEvent.ReviewBegun x => s with { UnderReview = x.Review },
        CaseEvent.CorrectionRequested x => s with
        {
            Correction = x.Correction,
            Corrections = x.Correction.Number,
            UnderReview = x.Correction.Review,
        },
        CaseEvent.CorrectionAnswered x => Settle(s, x.Filing.Key) with
        {
            Correction = null,
            Gaps = Left(s, x.Filing),
            Claim = s.Claim is { } c ? c with { Stated = ItemStatement.Last(c.Items, c.Stated, x.Stated) } : null,
            Answered = [.. s.Answered, x.Filing.Key],
        },
        CaseEvent.CorrectionWithdrawn => s with { Correction = null },
        CaseEvent.EnvelopeRecorded x => s with { Envelopes = [.. s.Envelopes, x.Key] },
        CaseEvent.EnvelopeSettled x => Settle(s, x.Key),
        CaseEvent.FilingRefused x => Settle(s, x.Key) with { Refused = [.. s.Refused, x.Key] },
        CaseEvent.EligibilityPassed => Go(s, e, Step.ProjectRegistration) with { Gaps = [] },
        CaseEvent.EligibilityFailed => Close(s, e, Outcome.Ineligible),
        CaseEvent.VisitRecorded x => s with { Visits = With(s.Visits, x.Number, x.Date) },
        CaseEvent.ProjectRegistered x =>
            Go(File(s, Step.ProjectRegistration, x.Filing, x.At), e, Step.Implementation) with
            {
                Project = x.Project,
                ItemsAddedOn = AddedOn(s, x),
            },
        CaseEvent.ImplementationEnded x => EndImplementation(s, x),
        CaseEvent.ClaimSubmitted x => Go(File(s, Step.Claim, x.Filing, x.At), e, Step.ClaimReview) with { Claim = x.Claim },
        CaseEvent.GrantDecided x => Close(s, e, Outcome.Granted) with { GrantYen = x.Yen },
        CaseEvent.MoneyMoved x => s with { Money = CasePayments.After(s, x) },
        CaseEvent.GrantRefused => Close(s, e, Outcome.Refused),
        CaseEvent.NoticeRepeated x => s with { Repeated = [.. s.Repeated, x.Key] },
        CaseEvent.MessageSent x => s with { Repeated = [.. s.Repeated, x.Key] },
        CaseEvent.MailFileTaken x => s with { MailFiles = [.. s.MailFiles, x.Filing.Key] },
        CaseEvent.PaymentReleased => s with { PaymentReleasedAt = e.At },
        CaseEvent.Declined => Close(s, e, Outcome.Declined),
        CaseEvent.Retracted => Close(s, e, Outcome.Retracted),
        CaseEvent.Abandoned => Close(s, e, Outcome.Abandoned),
        CaseEvent.CutoffExtended x => Extend(s, x),
        CaseEvent.ReminderFellDue x => s with { Reminded = [.. s.Reminded, x.Rung] },
        CaseEvent.Lapsed => Close(s, e, Outcome.Lapsed),
        CaseEvent.Reinstated x => Go(s, e, x.To) with { Outcome = null, ClosedIn = null, ReinstatedAt = e.At },
        CaseEvent.ContactChangeRequested x =>
            s with { ContactChange = new(x.Number, x.Contact, []) { At = x.At }, ContactChanges = x.Number },
        CaseEvent.ContactConfirmationAsked => s,
        CaseEvent.ContactConfirmed x => s with
        {
            ContactChange = s.ContactChange! with { Confirmed = [.. s.ContactChange.Confirmed, x.Confirmation.Side] },
        },
        CaseEvent.ContactReplaced x => s with { Entry = x.Contact.In(s.Entry), ContactChange = null },
        CaseEvent.FormerContactTold => s,
        CaseEvent.ContactChanged x => s with
        {
            Entry = x.Contact.In(s.Entry),
            ContactChange = null,
            ContactChanged = s.ContactChange?.Contact == x.Contact ? s.ContactChange.Number : s.ContactChanged,
        },
        _ => throw new InvalidOperationException($"Unknown event {e.GetType().Name}."),
    };

    private static CaseState Go(CaseState s, CaseEvent e, Step step) => s with { Step = step, Since = e.At };

    // The step of the claim begins at midnight, not when an outage is over: a reminder due in between is still owed.
    private static CaseState EndImplementation(CaseState s, CaseEvent.ImplementationEnded x) =>
        Go(s, x, Step.Claim) with { Since = Instant.Max(s.Since, JapanTime.EndOf(x.LastDay)) };

    // The open correction is kept, so that a lapse in it can be undone.
    private static CaseState Close(CaseState s, CaseEvent e, Outcome outcome) =>
        s with { Step = Step.Closed, Since = e.At, Outcome = outcome, ClosedIn = s.Step };

    private static CaseState File(CaseState s, Step step, Filing filing, Instant at)
    {
        var filed = Settle(s, filing.Key) with { Filed = With(s.Filed, step, filing.Key) };
        // The project stays registered from its first day: what was begun since then counts.
        if (filing.Replaces is null || step != Step.ProjectRegistration)
            filed = filed with { FiledOn = With(s.FiledOn, step, DateOf(filing)) };
        return filing.Replaces is { } replaced
            ? filed with { Gaps = filing.Gaps ?? [], Replaced = [.. s.Replaced, replaced], ReplacedAt = at }
            : filed with { Gaps = [.. s.Gaps, .. filing.Gaps ?? []] };
    }

    private static LocalDate DateOf(Filing filing) =>
        filing.Receipt.Match(e => JapanTime.DateOf(e.ReceivedAt), p => p.Postmark);

    private static Dictionary<int, LocalDate> AddedOn(CaseState s, CaseEvent.ProjectRegistered x) =>
        s.Project is not { } before
            ? []
            : x.Project.Items.Where(n => !before.Items.Contains(n) || s.ItemsAddedOn.ContainsKey(n))
                .ToDictionary(n => n, n => before.Items.Contains(n) ? s.ItemsAddedOn[n] : DateOf(x.Filing));

    // An answer closes what was asked, but for what it leaves open again.
    private static FilingGap[] Left(CaseState s, Filing answer) => [.. s.Gaps.Where(
        g => s.Correction?.Items.Contains(g.Correction) != true || answer.Gaps?.Any(a => a.Subject == g.Subject) == true)];

    private static CaseState Settle(CaseState s, string key) => s.Envelopes.Contains(key)
        ? s with { Envelopes = [.. s.Envelopes.Where(k => k != key)] }
        : s;

    private static CaseState Extend(CaseState s, CaseEvent.CutoffExtended x)
    {
        var moved = s with { ExtendedAt = With(s.ExtendedAt, x.Of, x.At) };
        return s.Correction is { } correction && correction.Review == x.Of
            ? moved with { Correction = correction with { Due = x.Date } }
            : moved with { Extensions = With(s.Extensions, x.Of, x.Date) };
    }

    private static Dictionary<TKey, TValue> With<TKey, TValue>(
        IReadOnlyDictionary<TKey, TValue> map, TKey key, TValue value)
        where TKey : notnull => new(map) { [key] = value };
}
