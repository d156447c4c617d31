using NodaTime.Text;
using Tedori.Functions.Http;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Audit;

namespace Tedori.Functions.Staff.Audit;

/// <summary>The audit log as CSV.</summary>
internal static class AuditCsv
{
    private static readonly LocalDateTimePattern At =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.fff");

    public static async IAsyncEnumerable<string> Rows(IAsyncEnumerable<AuditEntry> entries)
    {
        yield return CsvRow.Of("日時", "職員ID", "職員", "接続元", "操作", "操作コード", "対象", "前", "後", "詳細");
        await foreach (var e in entries)
        {
            yield return CsvRow.Of(
                At.Format(JapanTime.LocalOf(e.At)), e.By, e.Name, e.From, AuditLabels.Of(e.Action), e.Action, e.Subject,
                e.Before, e.After, e.Detail);
        }
    }
}
