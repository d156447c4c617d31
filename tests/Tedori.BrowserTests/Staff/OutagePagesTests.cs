using Tedori.Testing.Cases;
using Tedori.Testing.Serve;

namespace Tedori.BrowserTests.Staff;

/// <summary>An outage on the closing day, as two members of staff deal with it and companies see it, on a desk and on a phone.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class OutagePagesTests(Chromium chromium, ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly (string, string?)[] Move =
        [("date", "2025-06-20"), ("time", "21:00"), ("because-text", "回線障害のため"), ("why", "締切の日の障害")];

    private static readonly (string, string?)[] Declare =
    [
        ("from-date", "2025-06-20"), ("from-time", "16:00"), ("until-date", "2025-06-20"), ("until-time", "18:30"),
        ("because-text", "回線障害のため"), ("why", "締切の日の障害"),
    ];

    [SkippableFact]
    public async Task Outage_OnTheClosingDay_IsDealtWithByTwoAndSeenByAll()
    {
        served.Clock.JumpTo(Tokyo.At("2025-06-20T19:00:00"));
        await served.IdleAsync();
        var day = new WorkingDay(chromium, served);
        await using var ito = await day.SignInAsync(Way.Phone, "dev-ito");
        await using var endo = await day.SignInAsync(Way.Desktop, "dev-endo");

        await DecideAsync(ito, endo, "moveWindow", Move);
        await DecideAsync(ito, endo, "declareOutage", Declare);

        await using var phone = await chromium.OpenAsync(served, Way.Phone);
        await using var desk = await chromium.OpenAsync(served, Way.Desktop);
        foreach (var (path, name) in ((string, string)[])[("/", "home"), ("/rounds/r7-02", "round"), ("/entry", "entry")])
        {
            await LookAsync(phone, path, $"outage-{name}");
            await LookAsync(desk, path, $"outage-{name}");
            Assert.Contains("21:00", await phone.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        }

        await LookAsync(ito, "/staff/rounds", "outage-rounds");
        await LookAsync(endo, "/staff/rounds", "outage-rounds");
        Assert.Contains("回線障害のため", await ito.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task DecideAsync(Tab first, Tab second, string kind, (string, string?)[] fields)
    {
        await first.GoAsync($"/staff/proposals/new?kind={kind}&round=r7-02");
        await first.FillAsync(fields);
        await first.PressAsync("button[value=preview]");
        await KeepAsync(first, $"outage-{kind}-preview");
        await ReadWholeAsync(first);
        await first.PressAsync("button[value=propose]");
        await second.GoAsync(new Uri(first.Page.Url).PathAndQuery);
        await KeepAsync(second, $"outage-{kind}-confirm");
        await ReadWholeAsync(second);
        await second.PressAsync("button[value=approve]");
        await second.WorkedOffAsync();
        await KeepAsync(second, $"outage-{kind}-done");
    }

    // Whoever decides must see the whole sentence without moving a table sideways.
    private static async Task ReadWholeAsync(Tab tab) => Assert.True(
        await tab.Page.Locator("#dry-run").EvaluateAsync<bool>("d => d.scrollWidth <= d.clientWidth"), tab.Page.Url);

    private static async Task LookAsync(Tab tab, string path, string name)
    {
        await tab.GoAsync(path);
        await KeepAsync(tab, name);
    }

    private static async Task KeepAsync(Tab tab, string name)
    {
        await tab.SeeAsync(name);
    }
}
