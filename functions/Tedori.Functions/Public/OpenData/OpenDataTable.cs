using NodaTime.Text;
using Tedori.Functions.Http;

namespace Tedori.Functions.Public.OpenData;

/// <summary>A column of the table of rounds, as the page and the file have it.</summary>
/// <param name="Name">Heading, in Japanese.</param>
/// <param name="Field">Name of its field in the JSON file.</param>
/// <param name="Of">Its value; null where there is none, or where it is hidden.</param>
public sealed record OpenColumn(string Name, string Field, Func<OpenFigures, long?> Of)
{
    /// <summary>What stands where a count is hidden.</summary>
    public const string Hidden = "X";

    /// <summary>The counts, in order.</summary>
    public static readonly IReadOnlyList<OpenColumn> All =
    [
        new("応募", "entries", f => f.Entries), new("抽選対象外", "excluded", f => f.Excluded), new("落選", "lost", f => f.Lost),
        new("当選", "won", f => f.Won), new("繰上当選", "promoted", f => f.Promoted), new("手続き中", "underWay", f => f.UnderWay),
        new("支給決定", "granted", f => f.Granted), new("不支給", "refused", f => f.Refused),
        new("辞退・撤回・中止", "withdrawn", f => f.Withdrawn), new("不通過", "ineligible", f => f.Ineligible),
        new("期限徒過", "lapsed", f => f.Lapsed), new("支給決定額(円)", "grantYen", f => f.GrantYen),
    ];

    /// <summary>The cell of a table: empty before there is a figure.</summary>
    public TableCell Cell(OpenFigures? figures) => figures switch
    {
        null => "",
        _ when figures.Suppressed.Contains(Field) => Hidden,
        _ => (decimal?)Of(figures),
    };
}

/// <summary>The rounds as a table.</summary>
internal static class OpenDataTable
{
    /// <summary>The rows, the first with the headings; the sums of a programme follow its rounds.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<TableCell>> RowsAsync(OpenDataset data)
    {
        yield return
        [
            "年度", "回", "受付開始", "受付終了", "予定社数", "結果の通知の完了", "結果までの営業日数",
            // What came later stands at the end: programs count columns.
            .. OpenColumn.All.Select(c => (TableCell)c.Name), "前の回からの追加", "事業の名称",
        ];
        foreach (var edition in data.Editions)
        {
            foreach (var r in edition.Rounds)
            {
                yield return
                [
                    edition.Edition, r.Round, LocalDatePattern.Iso.Format(r.EntryOpens),
                    LocalDatePattern.Iso.Format(r.EntryCloses), (decimal)r.Places,
                    r.ResultOn is { } on ? LocalDatePattern.Iso.Format(on) : "", (decimal?)r.BusinessDaysToResult,
                    .. OpenColumn.All.Select(c => c.Cell(r.Figures)), (decimal?)r.CarriedIn, edition.Name,
                ];
            }

            yield return
            [
                edition.Edition, "計", "", "", "", "", "", .. OpenColumn.All.Select(c => c.Cell(edition.Total)), "", edition.Name,
            ];
        }

        await Task.CompletedTask;
    }
}
