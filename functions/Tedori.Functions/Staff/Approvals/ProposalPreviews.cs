using Tedori.Programme.Approvals;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>Shows what proposed actions would do, and the mails that would leave. Changes nothing.</summary>
public sealed class ProposalPreviews(ProposalActions proposed, NoticePreview notices)
{
    /// <summary>One row for each action.</summary>
    public async Task<IReadOnlyList<ActionRow>> RowsAsync(
        IReadOnlyList<ProposedAction> actions, CancellationToken cancellation)
    {
        var previews = await proposed.PreviewAsync(actions, cancellation);
        return [.. previews.Select((p, i) => new ActionRow(i + 1, p.Action, p.Effect, p.Refusal))];
    }

    /// <summary>The mails that would leave if all of the actions that can be done now were.</summary>
    public async Task<ExpectedMails> MailsAsync(IReadOnlyList<ActionRow> rows, CancellationToken cancellation)
    {
        IReadOnlyList<ProposedAction> able = [.. rows.Where(r => r.Refusal is null).Select(r => r.Action)];
        return await notices.OfAsync(
            proposed.AsksAsync(able, cancellation), await proposed.MostAskedAsync(able, cancellation), cancellation);
    }
}
