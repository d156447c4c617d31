using System.Net;
using System.Text.Json;
using Tedori.Programme.Plans;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Plans;

/// <summary>The plan as files: everything that the pages say, for programs and for spreadsheets.</summary>
public sealed class PlanFileTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly Plan R7 = PlanReader.OfProduct.Find("r7")!;

    [Fact]
    public async Task Json_HoldsEveryMeasureWithItsAddressItsItemsAndReasons()
    {
        using var file = JsonDocument.Parse(await TextAsync("/plan.json", "application/json"));
        var plan = file.RootElement.GetProperty("plans").EnumerateArray().Single();

        Assert.Equal(
            ("r7", "r7", "2025-04-01", 2),
            (plan.GetProperty("id").GetString(), plan.GetProperty("edition").GetString(),
                plan.GetProperty("from").GetString(), plan.GetProperty("agreement").GetProperty("article").GetInt32()));
        var measures = plan.GetProperty("areas").EnumerateArray()
            .SelectMany(a => a.GetProperty("measures").EnumerateArray()).ToList();
        Assert.Equal(
            R7.Measures.Select(m => (m.Id.ToString(), m.Id.Path, m.Letter, m.Text)),
            measures.Select(m => (Text(m, "id"), Text(m, "path"), Text(m, "letter"), Text(m, "text"))));
        var care = measures.Single(m => Text(m, "id") == "r7-4-tokyo-u");
        Assert.Equal("tokyo", Text(care, "side"));
        Assert.Equal([5, 7], care.GetProperty("fits")[0].GetProperty("items").EnumerateArray().Select(i => i.GetInt32()));
        Assert.Equal("lost", Text(care.GetProperty("situations")[0], "when"));
    }

    [Fact]
    public async Task Csv_HasARowForEachMeasure()
    {
        var lines = (await TextAsync("/plan.csv", "text/csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("\uFEFF計画,分野,分野の名称,行うところ,記号,番号,番地,", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + 45, lines.Length);
        Assert.StartsWith(
            "令和7年度,1,「働き方改革」の取組の推進,東京都,ウ,r7-1-tokyo-u,/plan/r7/1/tokyo/u,", lines[3], StringComparison.Ordinal);
        Assert.Contains(",1 2 3 4 5 6 7 8 9 10 11 12 13 14 15,\"①フレックスタイム制\n②", lines[3], StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path, string type)
    {
        using var response = await served.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(TimeSpan.FromMinutes(5), response.Headers.CacheControl?.MaxAge);
        return System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
