using Tedori.Functions.Components.Forms;
using Tedori.Functions.Staff.Approvals;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Functions.Staff.Notices;

/// <summary>
/// Reads which notices are to be sent again: chosen one by one, or the latest of a kind for each of many cases.
/// </summary>
public sealed class NoticeChoice(ProposalForms forms, NoticeRepetition repetition, EditionCatalog editions)
{
    /// <summary>The notices, or what is wrong; cases without such a notice are named.</summary>
    public async Task<(IReadOnlyList<NoticeId> Notices, IReadOnlyList<CaseId> Without, FieldError? Error)> ReadAsync(
        PostedForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.All("notice").Count > 0)
            return Chosen(form);
        if (form["kind"].Length == 0)
            return ([], [], new("notice", "再送する通知を1件以上選んでください。"));
        if (!Enum.TryParse<NoticeKind>(form["kind"], out var kind) || !Enum.IsDefined(kind))
            return ([], [], new("kind", "通知の種類を選んでください。"));
        var (cases, error) = forms.Cases(form["cases"]);
        if (error is null && cases.Count > NoticeJobs.MostNotices)
            error = new("cases", $"一度に再送できるのは{NoticeJobs.MostNotices}件までです。");
        return error is null ? await LatestAsync(cases, kind, cancellation) : ([], [], error);
    }

    private (IReadOnlyList<NoticeId>, IReadOnlyList<CaseId>, FieldError?) Chosen(PostedForm form)
    {
        var chosen = new List<NoticeId>();
        foreach (var text in form.All("notice"))
        {
            if (!NoticeId.TryParse(text, out var id) || !editions.Has(id.CaseId.Round))
                return ([], [], new("notice", "選んだ通知を読み取れませんでした。一覧から選び直してください。"));
            chosen.Add(id);
        }

        return chosen.Count > NoticeJobs.MostNotices
            ? ([], [], new("notice", $"一度に再送できるのは{NoticeJobs.MostNotices}件までです。"))
            : (chosen, [], null);
    }

    private async Task<(IReadOnlyList<NoticeId>, IReadOnlyList<CaseId>, FieldError?)> LatestAsync(
        IReadOnlyList<CaseId> cases, NoticeKind kind, CancellationToken cancellation)
    {
        var (found, without) = (new List<NoticeId>(), new List<CaseId>());
        foreach (var id in cases)
        {
            var latest = (await repetition.OfCaseAsync(id, cancellation)).LastOrDefault(n => n.Notice.Kind == kind);
            if (latest is null)
                without.Add(id);
            else
                found.Add(latest.Notice.Id);
        }

        return found.Count == 0
            ? ([], without, new("cases", "この種類の通知を送った申請がありません。受付番号と種類を確認してください。"))
            : (found, without, null);
    }
}
