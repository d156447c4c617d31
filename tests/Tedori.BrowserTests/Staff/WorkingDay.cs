using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;
using Tedori.Workflows.Rounds;

namespace Tedori.BrowserTests.Staff;

/// <summary>What staff do in a day, page by page; every page is judged by axe-core and kept as a picture.</summary>
internal sealed class WorkingDay(Chromium chromium, ServedFolder served)
{
    /// <summary>The photo of an envelope.</summary>
    public static FilePayload Photo => new() { Name = "封筒.png", MimeType = "image/png", Buffer = SampleFiles.Photo };

    public async Task<Tab> SignInAsync(Way way, string person)
    {
        var tab = await chromium.OpenAsync(served, way);
        await tab.GoAsync("/local/sign-in");
        await tab.PressAsync($"form:has([value={person}]) button");
        return tab;
    }

    public static async Task RecordPostAsync(Tab first, Tab second, CaseId id)
    {
        await first.GoAsync($"/staff/post/new?case={id}");
        await first.FillAsync("#postmark", "2025-07-10");
        await first.FillAsync("#arrived", "2025-07-11");
        await first.FillAsync("#kind", "簡易書留");
        await first.FillAsync("#tracking", "123-45-67890-1");
        await first.AttachAsync("#photo", Photo);
        await first.CheckAsync("#shown");
        await first.FillAsync(Filled.Company);
        await KeepAsync(first, "post-new");
        await first.PressAsync("button[value=preview]");
        await KeepAsync(first, "post-preview");
        await first.PressAsync("button[value=record]");
        await KeepAsync(first, "post-waiting");
        await second.GoAsync(new Uri(first.Page.Url).PathAndQuery);
        await OpenPhotoAsync(second);
        await second.FillAsync("#postmark", "2025-07-10");
        await KeepAsync(second, "post-second-reading");
        await second.PressAsync("button[value=preview]");
        await KeepAsync(second, "post-second-preview");
        await second.PressAsync("button[value=record]");
        await KeepAsync(second, "post-filed");
    }

    /// <summary>Opens the photo of the envelope that is shown, as nobody reads its postmark without.</summary>
    public static async Task OpenPhotoAsync(Tab tab)
    {
        var path = await tab.Page.Locator("a[href*='/files/']").First.GetAttributeAsync("href");
        var photo = await tab.Page.APIRequest.GetAsync(new Uri(new Uri(tab.Page.Url), path!).ToString());
        Assert.True(photo.Ok);
    }

    public static async Task ReviewAsync(Tab tab, CaseId id)
    {
        await tab.GoAsync($"/staff/cases/{id}");
        await tab.PressAsync("a[data-key=r]");
        await KeepAsync(tab, "review");
    }

    public static async Task CorrectAsync(Tab tab, CaseId id)
    {
        await tab.GoAsync($"/staff/cases/{id}/review");
        await tab.PushAsync("summary:has-text('補正を依頼する')");
        await tab.FillAsync("#subject-1", "就業規則");
        await tab.PressAsync("button[value=correction-preview]");
        await KeepAsync(tab, "correction-refused");
        await tab.FillAsync("#reason-1", "受付印のある写しを提出してください。");
        await tab.PressAsync("button[value=correction-preview]");
        await KeepAsync(tab, "correction-preview");
        await tab.PressAsync("button[value=correction]");
        await KeepAsync(tab, "correction-asked");
    }

    public static async Task GrantAsync(Tab first, Tab second, CaseId id)
    {
        await first.GoAsync($"/staff/proposals/new?kind=grant&cases={id}");
        await first.FillAsync("#why", "審査の結果");
        await KeepAsync(first, "grant-form");
        await first.PressAsync("button[value=preview]");
        await KeepAsync(first, "grant-preview");
        await first.PressAsync("button[value=propose]");
        await KeepAsync(first, "grant-own");
        Assert.Contains("起案した本人は承認も差戻しもできません", await first.Page.InnerTextAsync("#decide"), StringComparison.Ordinal);
        await ApproveAsync(second, first.Page.Url, "grant");
    }

    public static async Task RepeatOneAsync(Tab tab, CaseId id)
    {
        await tab.GoAsync($"/staff/notices/repeat?case={id}");
        await tab.CheckAsync("#notice-0");
        await tab.FillAsync("#reason", "届かないとの連絡");
        await KeepAsync(tab, "repeat-choice");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync(tab, "repeat-preview");
        await tab.PressAsync("button[value=send]");
        await tab.WorkedOffAsync();
        await KeepAsync(tab, "repeat-one");
        Assert.Contains("1 / 1件", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    public static async Task RepeatManyAsync(Tab tab, IReadOnlyList<CaseId> cases)
    {
        await tab.GoAsync("/staff/notices/repeat");
        await tab.FillAsync("#cases", string.Join("\n", cases));
        await tab.SelectAsync("#kind", "EntryReceived");
        await tab.FillAsync("#reason", "誤字の訂正");
        await tab.PressAsync("button[value=preview]");
        await KeepAsync(tab, "repeat-many-preview");
        await tab.PressAsync("button[value=send]");
        await tab.WorkedOffAsync();
        await KeepAsync(tab, "repeat-many");
        Assert.Contains($"{cases.Count} / {cases.Count}件", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    public static async Task ExtendRoundAsync(Tab first, Tab second)
    {
        await first.GoAsync("/staff/rounds/r7-01/places");
        await KeepAsync(first, "places");
        await first.PressAsync("a[href*=extendRound]");
        await first.SelectAsync("#step", "ProjectRegistration");
        await first.FillAsync("#date", "2025-10-27");
        await first.FillAsync("#because-text", "大雨のため");
        await first.FillAsync("#why", "大雨による交通の途絶");
        await first.PressAsync("button[value=preview]");
        await KeepAsync(first, "extension-preview");
        await first.PressAsync("button[value=propose]");
        await ApproveAsync(second, first.Page.Url, "extension");
    }

    public async Task PublishAsync(Tab first, Tab second)
    {
        await first.GoAsync("/staff/rounds/r7-02/places");
        await first.PressAsync("a[href*='kind=release']");
        await first.FillAsync("#why", "抽選結果を確認した");
        await first.PressAsync("button[value=preview]");
        await KeepAsync(first, "release-preview");
        await first.PressAsync("button[value=propose]");
        await ApproveAsync(second, first.Page.Url, "release");
        Assert.True(await PhaseAsync() >= RoundPhase.Released);
    }

    public static async Task LookAroundAsync(Tab tab)
    {
        foreach (var (path, name) in new[] { ("/staff/proposals", "proposals"), ("/staff/post", "post"), ("/staff/proposals/new", "propose") })
        {
            await tab.GoAsync(path);
            await KeepAsync(tab, name);
        }
    }

    public static async Task SettingsAsync(Tab tab)
    {
        await tab.GoAsync("/staff/settings");
        await KeepAsync(tab, "settings");
        await tab.GoAsync("/staff/proposals/new?kind=closedDay");
        await KeepAsync(tab, "closed-day");
    }

    public async Task<RoundPhase> PhaseAsync()
    {
        await using var scope = served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RoundRecords>().StateAsync(RoundId.Parse("r7-02"))).State.Phase;
    }

    private static async Task ApproveAsync(Tab tab, string address, string name)
    {
        await tab.GoAsync(new Uri(address).PathAndQuery);
        await KeepAsync(tab, $"{name}-to-approve");
        await tab.PressAsync("button[value=approve]");
        await tab.WorkedOffAsync();
        await KeepAsync(tab, $"{name}-done");
    }

    private static async Task KeepAsync(Tab tab, string name)
    {
        await tab.SeeAsync($"staff-{name}");
    }
}
