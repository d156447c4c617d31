using NodaTime;
using Tedori.Local.Mail;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Workflows.Cases;

namespace Tedori.Season.Checks;

/// <summary>
/// Each case, kind and cause was mailed exactly once, in time, and nothing else was mailed.
/// </summary>
/// <param name="outbox">What the mail server took.</param>
/// <param name="hintsAreLost">Whether a mail may have waited for the sweeper.</param>
internal sealed class MailCheck(Outbox outbox, bool hintsAreLost = false) : ISeasonCheck
{
    // A mail server that answers with faults is tried again for longer and longer.
    private static readonly Duration Longest = Duration.FromHours(1);

    private readonly Findings findings = new("mails");
    private readonly HashSet<string> expected = [];

    public void Add(CaseDossier dossier)
    {
        findings.Expect(dossier.Unsent == 0, () => $"{dossier.Id}: {dossier.Unsent} notices did not leave");
        foreach (var sent in dossier.Sent.Where(s => !hintsAreLost && s.State != NoticeState.Withheld && s.SentAt > DueOf(s.Notice) + Longest))
            findings.Found($"{sent.Notice.Id} was due at {DueOf(sent.Notice)} and left at {sent.SentAt}");
        for (var i = 0; i < dossier.Events.Count; i++)
        {
            if (NoticeComposer.KindOf(dossier.Events[i]) is { } kind)
                expected.Add(new NoticeId(dossier.Id, kind, i + 1).ToString());
        }

        expected.ExceptWith(dossier.Sent.Where(s => IsToNoPurpose(dossier, s)).Select(s => s.Notice.Id.ToString()));
        foreach (var reminder in dossier.Events.OfType<CaseEvent.ReminderFellDue>())
            findings.Expect(
                !FiledBefore(dossier, reminder), () => $"{dossier.Id}: reminded at {reminder.At} after it had filed");
    }

    public async Task<Invariant> FinishAsync()
    {
        await foreach (var mail in outbox.AllAsync())
            findings.Expect(
                expected.Remove(mail.NoticeId), () => $"{mail.NoticeId} was mailed without a cause or twice");
        foreach (var again in outbox.Doubles().Where(d => !d.Same || !d.AfterCrash))
            findings.Found($"{again.NoticeId} was handed over again at {again.At}");
        foreach (var missing in expected)
            findings.Found($"{missing} was not mailed");
        return findings.ToInvariant("mails and reminders");
    }

    // Withheld is a reminder after which something was filed or came by post before it left, and what was told that day.
    private static bool IsToNoPurpose(CaseDossier dossier, SentNotice sent) => sent.State == NoticeState.Withheld
        && (sent.Notice.Kind == NoticeKind.Reminder
            ? dossier.Events.Skip(sent.Notice.Cause).Any(e => e.At <= sent.SentAt && e is not CaseEvent.ReminderFellDue)
            : dossier.Sent.Any(s => s.Notice.Kind == sent.Notice.Kind && s.State != NoticeState.Withheld
                && JapanTime.DateOf(s.SentAt) == JapanTime.DateOf(sent.SentAt)));

    private static Instant DueOf(Notice notice) => notice.NotBefore ?? notice.CausedAt;

    private static bool FiledBefore(CaseDossier dossier, CaseEvent.ReminderFellDue reminder) => dossier.Events
        .TakeWhile(e => e != reminder)
        .Any(e => (reminder.Of, e) is (Step.CompanyRegistration, CaseEvent.CompanyRegistered)
            or (Step.ProjectRegistration, CaseEvent.ProjectRegistered)
            or (Step.Implementation or Step.Claim, CaseEvent.ClaimSubmitted));
}
