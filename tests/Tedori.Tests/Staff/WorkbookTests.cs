using System.IO.Compression;
using System.Xml.Linq;
using Tedori.Functions.Http;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;

namespace Tedori.Tests.Staff;

/// <summary>Tables beside the CSV in which no spreadsheet makes something else of a text.</summary>
public sealed class WorkbookTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("1-2")]
    [InlineData("0312345678")]
    [InlineData("8700110005901")]
    [InlineData("3月4日")]
    [InlineData("1E5")]
    [InlineData("=1+1")]
    [InlineData("+81 3-1234-5678")]
    [InlineData("TRUE")]
    [InlineData(" 前後の空白 ")]
    [InlineData("1行目\n2行目 & <b>")]
    [InlineData("𠮷野家")]
    public async Task Text_OfAnyKind_IsATextCellAsItStands(string text)
    {
        var (rows, _) = await WrittenAsync([["見出し"], [text]]);

        Assert.Equal(text, ValueOf(rows[1][0]));
        AssertText(rows[1][0]);
    }

    [Fact]
    public async Task Text_ThatExcelWouldReadAsAnEscape_IsEscaped() =>
        Assert.Equal("_x005F_x0041_a", ValueOf((await WrittenAsync([["見出し"], ["_x0041_a"]])).Rows[1][0]));

    [Fact]
    public async Task Text_WithControlCharacters_LosesThemOnly() =>
        Assert.Equal("ab", ValueOf((await WrittenAsync([["見出し"], ["a\u0000\u001F\uFFFFb"]])).Rows[1][0]));

    [Fact]
    public async Task Number_ThatIsAnAmount_IsANumberCell()
    {
        var (rows, _) = await WrittenAsync([["支給決定額(円)"], [(TableCell)1_234_567m]]);

        Assert.Equal("1234567", rows[1][0].Element(Sheet + "v")!.Value);
        Assert.True((string?)rows[1][0].Attribute("t") is null or "n");
    }

    [Fact]
    public async Task Headings_Always_AreBoldAndStayInSight()
    {
        var (rows, parts) = await WrittenAsync([["見出し"], ["値"]]);

        var pane = parts["xl/worksheets/sheet1.xml"].Descendants(Sheet + "pane").Single();
        Assert.Equal(
            ("1", "1", "frozen"),
            ((string?)pane.Attribute("xSplit"), (string?)pane.Attribute("ySplit"), (string?)pane.Attribute("state")));
        Assert.True(IsBold(parts, rows[0][0]));
        Assert.False(IsBold(parts, rows[1][0]));
    }

    [Theory]
    [InlineData("cases", "?round=1", "/staff/cases?round=1")]
    [InlineData("rounds", "", "/staff/rounds")]
    [InlineData("audit", "", "/staff/audit")]
    public async Task Workbook_OfATable_HoldsTheCellsOfItsCsvAndIsLinkedBesideIt(string table, string query, string page)
    {
        using var endo = await StaffClient.SignInAsync(served, "dev-endo");
        using var csv = await endo.GetAsync($"/staff/{table}.csv{query}");
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        using var response = await endo.GetAsync($"/staff/{table}.xlsx{query}");
        var (rows, _) = await ReadAsync(await response.Content.ReadAsStreamAsync());

        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"attachment; filename=\"{table}.xlsx\"", response.Content.Headers.ContentDisposition?.ToString());
        Assert.True(rows.Count >= lines.Length && lines.Length > 1, $"{rows.Count} rows, {lines.Length} lines.");
        Assert.Equal(lines[0].TrimStart('\uFEFF').Split(','), rows[0].Select(ValueOf));
        Assert.Equal(lines[1].Split(',')[0], ValueOf(rows[1][0]));
        var links = (await endo.PageAsync(page)).QuerySelectorAll($"a[href^='/staff/{table}.']");
        Assert.Equal(["csv", "xlsx"], links.Select(l => l.GetAttribute("href")!.Split('.')[1].Split('?')[0]));
        Assert.Equal("Excel (.xlsx)", links[1].TextContent);
    }

    private static void AssertText(XElement cell)
    {
        Assert.Contains((string?)cell.Attribute("t"), (string[])["inlineStr", "s", "str"]);
        Assert.Null(cell.Element(Sheet + "f"));
    }

    private static string ValueOf(XElement cell) =>
        string.Concat(cell.Descendants(Sheet + "t").Concat(cell.Elements(Sheet + "v")).Select(e => e.Value));

    private static bool IsBold(Dictionary<string, XDocument> parts, XElement cell)
    {
        var styles = parts["xl/styles.xml"];
        var format = styles.Descendants(Sheet + "cellXfs").Single().Elements().ElementAt((int)cell.Attribute("s")!);
        return styles.Descendants(Sheet + "fonts").Single().Elements().ElementAt((int)format.Attribute("fontId")!)
            .Element(Sheet + "b") is not null;
    }

    private static async Task<(List<List<XElement>> Rows, Dictionary<string, XDocument> Parts)> WrittenAsync(
        IReadOnlyList<IReadOnlyList<TableCell>> rows)
    {
        using var file = new MemoryStream();
        await Workbook.WriteAsync(rows.ToAsyncEnumerable(), file, default);
        file.Position = 0;
        return await ReadAsync(file);
    }

    private static async Task<(List<List<XElement>> Rows, Dictionary<string, XDocument> Parts)> ReadAsync(Stream file)
    {
        await using var zip = new ZipArchive(file);
        var parts = new Dictionary<string, XDocument>();
        foreach (var entry in zip.Entries)
        {
            await using var part = await entry.OpenAsync();
            parts[entry.FullName] = await XDocument.LoadAsync(part, LoadOptions.PreserveWhitespace, default);
        }

        return (
            [
                .. parts["xl/worksheets/sheet1.xml"].Descendants(Sheet + "row")
                    .Select(r => r.Elements(Sheet + "c").ToList()),
            ],
            parts);
    }
}
