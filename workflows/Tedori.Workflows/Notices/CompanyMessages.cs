using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Notices;

/// <summary>What staff write to companies (事務局からの連絡): a notice, with a link of today. Safe to repeat.</summary>
public sealed class CompanyMessages(
    IRecords records, CaseCommandHandler cases, NoticePreview preview, IClock clock)
{
    /// <summary>The message as it would leave, or why it could not. Changes nothing.</summary>
    public async Task<(ExpectedMail? Mail, Refusal? Refusal)> PreviewAsync(
        CaseId id, string subject, string text, CancellationToken cancellation = default)
    {
        if (await cases.ReadAsync(id, cancellation) is null)
            return (null, NoSuchCase(id));
        var command = new CaseCommand.SendMessage(
            clock.GetCurrentInstant(), "preview", subject, MessageText.Paragraphs(text), "preview");
        var (mails, refusal) = await preview.OfAsync(new AskedOfCase(id, command), cancellation);
        return (mails is [var mail] ? mail : null, refusal);
    }

    /// <summary>Sends it.</summary>
    /// <param name="key">Key of the request: the same key again is the same message.</param>
    /// <param name="id">The case.</param>
    /// <param name="subject">Its subject.</param>
    /// <param name="text">Its text.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="mail">Id of the mail that it answers, or null.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <returns>A refusal, or null where it is on its way.</returns>
    public async Task<Refusal?> SendAsync(
        string key, CaseId id, string subject, string text, StaffMember by, string? mail,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await cases.ReadAsync(id, cancellation) is null)
            return NoSuchCase(id);
        var command = new CaseCommand.SendMessage(
            clock.GetCurrentInstant(), key, subject, MessageText.Paragraphs(text), by.Name, mail);
        await InSight.KeepAsync(records, id, cancellation);
        return await cases.HandleAsync(id, command, cancellation) is CaseAnswer.Refused refused ? refused.Refusal : null;
    }

    private static Refusal NoSuchCase(CaseId id) => new("noSuchCase", $"受付番号{id}の申請はありません。番号を確認してください。");
}
