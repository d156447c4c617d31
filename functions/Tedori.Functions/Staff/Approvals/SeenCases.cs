using System.Globalization;
using Tedori.Functions.Applicants;
using Tedori.Functions.Components.Forms;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Cases;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>
/// Which version of each case the member had on the screen, where several are decided at once: what a company filed since
/// then nobody has read, so that case is left out and told.
/// </summary>
public sealed class SeenCases(CaseCommandHandler cases, CaseHistory history, ProposalForms forms)
{
    /// <summary>The field with the receipt numbers, each with how many events its case had: <c>r7-07-00123=14</c>.</summary>
    public const string Field = "versions";

    private static readonly Refusal FiledSince = new(
        "filedSince", "この画面を開いた後に、企業が提出を差し替えたか、新たに提出しました。新しい内容を確かめて、もう一度起案してください。");

    /// <summary>What stands in the field: as it was shown first, and as they stand of cases that were added since.</summary>
    public async Task<string> ShownAsync(PostedForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (ids, _) = forms.Cases(form["cases"]);
        if (ids.Count < 2)
            return "";
        var (seen, shown) = (SeenIn(form), new List<string>());
        foreach (var id in ids)
        {
            if ((seen.TryGetValue(id, out var known) ? known : (await cases.ReadAsync(id, cancellation))?.Events) is { } events)
                shown.Add(string.Create(CultureInfo.InvariantCulture, $"{id}={events}"));
        }

        return string.Join(' ', shown);
    }

    /// <summary>The rows, those refused of whose cases the member has not seen what was filed last.</summary>
    /// <param name="rows">What would be done.</param>
    /// <param name="form">What was posted.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The rows, and how many events each case had that was compared.</returns>
    public async Task<(IReadOnlyList<ActionRow> Rows, IReadOnlyDictionary<CaseId, int> Compared)> CompareAsync(
        IReadOnlyList<ActionRow> rows, PostedForm form, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(form);
        var (seen, compared, judged) = (SeenIn(form), new Dictionary<CaseId, int>(), new List<ActionRow>());
        foreach (var row in rows)
        {
            judged.Add(row);
            if (row.Refusal is not null || ReviewStart.CaseOf(row.Action) is not { } id || !seen.TryGetValue(id, out var known))
                continue;
            compared[id] = known;
            await foreach (var (number, e) in history.SinceAsync(id, known, cancellation))
            {
                compared[id] = number;
                if (EventLabels.FilingOf(e) is not null)
                    judged[^1] = row with { Refusal = FiledSince };
            }
        }

        return (judged, compared);
    }

    private static Dictionary<CaseId, int> SeenIn(PostedForm form)
    {
        var seen = new Dictionary<CaseId, int>();
        foreach (var word in form[Field].Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(ProposalRules.MostActions))
        {
            if (word.Split('=') is [var id, var events] && CaseId.TryParse(id, out var found)
                && StaffNumber.Of(events) is { } number)
                seen[found] = number;
        }

        return seen;
    }
}
