using NodaTime.Text;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Cases;

/// <summary>A list of cases as CSV.</summary>
internal static class CaseCsv
{
    private static readonly LocalDateTimePattern At = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm:ss");

    public static async IAsyncEnumerable<string> Rows(
        IReadOnlyList<CaseListing> cases, IReadOnlyList<StaffMember> members)
    {
        yield return CsvRow.Of(
            "受付番号", "企業名", "法人番号", "段階", "結果", "日程", "この段階になった日時", "期限", "補正", "電話", "メール",
            "担当");
        var names = members.ToDictionary(m => m.Id, m => m.Name);
        foreach (var c in cases)
        {
            yield return CsvRow.Of(
                c.Id.ToString(), c.CompanyName, c.CorporateNumber, CaseLabels.Of(c.Step),
                c.Outcome is { } o ? CaseLabels.Of(o) : null,
                c.Track is null ? null : TrackLabels.Of(c.Track), At.Format(JapanTime.LocalOf(c.Since)),
                c.Due is { } due ? LocalDatePattern.Iso.Format(due) : null, c.CorrectionOpen ? "補正中" : null, c.Phone,
                c.Email,
                c.Reviewer is null ? null : names.GetValueOrDefault(c.Reviewer, c.Reviewer));
        }

        await Task.CompletedTask;
    }
}
