using Tedori.Programme;
using Tedori.Programme.Text;
using Tedori.Workflows.Cases;

namespace Tedori.Workflows.Inbound;

/// <summary>Shows what filing a mail with a case would do, so that nobody's files reach another company by a slip. Changes nothing.</summary>
public sealed class MailFilingPreview(CaseCommandHandler cases, InboundFiles files)
{
    /// <summary>What it would do, or why it cannot be done.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<(ExpectedMailFiling? Filing, Refusal? Refusal)> OfAsync(
        InboundMail mail, CaseId caseId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (await cases.ReadAsync(caseId, cancellation) is not { State: var state })
            return (null, InboundService.NoSuchCase(caseId));
        if (mail.Case == caseId)
            return (null, new("mailFiledThere", $"このメールは、すでに{caseId}に登録されています。ほかの申請の受付番号を入力してください。"));
        if (mail.Case is { } former && await files.CheckBackAsync(former, mail, cancellation) is { } refusal)
            return (null, refusal);
        var kept = mail.Case is { } other ? await files.KeptAsync(other, cancellation) : new HashSet<int>();
        var drafts = (await files.WithDraftsAsync(mail, cancellation)).Files.Where(f => f.TakenAs is not null)
            .DistinctBy(f => f.Sha256).ToLookup(f => kept.Contains(f.TakenAs!.Value));
        return (new(
            state, MailAddresses.AreSame(state.Entry.Email, mail.From),
            InboundFiles.IsOffered(mail) ? [.. mail.Files.DistinctBy(f => f.Sha256)] : [], mail.Case,
            [.. drafts[false]], [.. drafts[true]], ExpectedMailFiling.SeenOf(mail)), null);
    }
}
