using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Notices;

/// <summary>
/// Takes the mail server's reports whatever they lack: what says that a mail did not arrive goes to its notice, or to
/// staff where nobody can tell which it was. Nothing of a post is lost because of another part of it. Safe to repeat.
/// </summary>
public sealed class MailReportService(
    MailEventService events, CaseDirectory directory, IRecords records, StaffTasks tasks, IClock clock)
{
    // A mail that comes back does so within days, mostly minutes.
    private static readonly Duration Longest = Duration.FromDays(5);

    private const int MostCharacters = 500;

    /// <summary>Takes one.</summary>
    public async Task<MailEventOutcome> TakeAsync(MailReport report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        if ((report.Notice ?? await FindAsync(report, cancellation)) is not { } notice)
            return await StrayAsync(report, cancellation);
        var spam = report.Fate == MailFate.Spam;
        var outcome = await events.RecordAsync(
            new(report.EventId, notice, report.Fate is not (MailFate.Failed or MailFate.Dropped), report.At)
            {
                Spam = spam ? true : null,
                Fate = report.Fate,
            },
            report.MessageId, cancellation);
        if (outcome == MailEventOutcome.Unknown)
            return await StrayAsync(report, cancellation);
        if (spam && outcome != MailEventOutcome.TryLater)
        {
            await RaiseAsync("mailSpam", notice.ToString(),
                "この通知が迷惑メールとして報告されました。今後の通知が届かないおそれがあります。企業に電話で確認してください。", cancellation);
        }

        return outcome;
    }

    /// <summary>Keeps for staff what could not be read.</summary>
    /// <param name="text">The event as it was posted.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public Task KeepAsync(string text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = text.Length > MostCharacters ? text[..MostCharacters] + "…" : text;
        return RaiseAsync(
            "mailUnreadable", Digest(text), $"メールサーバーからの報告の1件を読み取れませんでした。内容を確認してください: {shown}", cancellation);
    }

    // That a mail arrived which nobody knows is nobody's task.
    private async Task<MailEventOutcome> StrayAsync(MailReport report, CancellationToken cancellation)
    {
        if (!report.IsBad)
            return MailEventOutcome.Unknown;
        var what = report.Fate == MailFate.Spam ? "迷惑メールの報告" : "不達の報告";
        await RaiseAsync("mailStray", Digest(report.EventId),
            $"メールサーバーから、どの通知のものか分からない{what}がありました(宛先 {report.To}、{JapaneseDate.Full(report.At)})。宛先の企業を確認してください。",
            cancellation);
        return MailEventOutcome.Recorded;
    }

    // By the message that the server named when it took it, else by address and time: the last mail that left for the
    // address before, of whatever case.
    private async Task<NoticeId?> FindAsync(MailReport report, CancellationToken cancellation)
    {
        if (!report.IsBad || report.To.Length == 0)
            return null;
        var cases = new List<CaseId>();
        await directory.EachAsync(
            c =>
            {
                if (Same(c.Email, report.To))
                    cases.Add(c.Id);
            }, cancellation);
        var sent = new List<SentNotice>();
        foreach (var id in cases)
            sent.AddRange(await records.BodiesAsync(CaseRows.SentOf(id), cancellation).ToListAsync(cancellation));
        var there = sent.Where(s => Same(s.Notice.To, report.To)).ToList();
        return (there.FirstOrDefault(s => s.MessageId.Length > 0 && s.MessageId == report.MessageId)
            ?? there.Where(s => s.SentAt <= report.At && s.SentAt > report.At - Longest).MaxBy(s => s.SentAt))?.Notice.Id;
    }

    private Task RaiseAsync(string kind, string subject, string text, CancellationToken cancellation) =>
        tasks.RaiseAsync(new(kind, subject, clock.GetCurrentInstant(), text), cancellation);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
