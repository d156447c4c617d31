using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Testing.Companies;
using Tedori.Testing.Serve;
using Tedori.Workflows.Cases;

namespace Tedori.BrowserTests.My;

/// <summary>A company at its browser, the office behind its desk, and the clock between them.</summary>
internal sealed partial class Company(ServedFolder served, Tab tab)
{
    public Tab Tab => tab;

    public CaseId Case { get; set; }

    public string Path(string below = "") => $"/my/{Case}{below}";

    /// <summary>A company in a browser of its own, on a site of its own, from its pre-entry to the decision.</summary>
    public static async Task PlayAsync(Chromium chromium, Way way, Func<Company, Task> play)
    {
        using var served = new ServedFolder();
        await served.InitializeAsync();
        try
        {
            await using var tab = await chromium.OpenAsync(served, way);
            await play(new(served, tab));
        }
        finally
        {
            await served.DisposeAsync();
        }
    }

    /// <summary>Fills the pre-entry in.</summary>
    public async Task FillEntryAsync(string name, string representative, string contact)
    {
        await tab.CheckAsync("input[name=kind][value=corporation]");
        await FillAsync(
        [
            ("company-name", name), ("corporate-number", CorporateNumber.FromBase("800000000001").Digits), ("representative", representative),
            ("address", "東京都千代田区飯田橋1-1-1"), ("employees", "25"), ("contact-name", contact), ("email", "story@example.jp"),
            ("email-again", "story@example.jp"), ("phone", "03-1234-5678"), ("condition-tokyoEmployee", "yes"),
            ("condition-workRules", "yes"), ("condition-taxes", "yes"), ("condition-labourLaw", "yes"),
            ("condition-noAntiSocial", "yes"), ("condition-untilClaim", "yes"), ("consent", "yes"),
        ]);
    }

    /// <summary>Notes the number on the receipt of the pre-entry.</summary>
    public async Task NoteNumberAsync() =>
        Case = CaseId.Parse((await tab.Page.Locator(".lead p").First.InnerTextAsync()).Split(": ")[1].Trim());

    /// <summary>Chooses items ①, ② and ⑮ and fills in what the project's registration asks of them.</summary>
    public async Task FillProjectAsync(Func<int, string> plan, string agreed, string occupation)
    {
        await tab.GoAsync(Path("/forms/project"));
        foreach (var item in new[] { 1, 2, 15 })
        {
            await ChooseAsync(item);
            await tab.FillAsync($"#plan-{item}", plan(item));
        }

        await FillAsync([("scheme-2-2", "yes"), ("agreed-2", agreed), ("rest-1-occupation", occupation), ("rest-1-hours", "11")]);
        await tab.CheckAsync("#rest-1-overlap input[value=deemedWorked]");
        await FillAsync([("rest-1-start", "9:00"), ("rest-1-end", "23:30"), .. Filled.Wage(1, "A-1", "200000", "210200")]);
    }

    /// <summary>After both visits of the experts, fills in the claim of the same items.</summary>
    public async Task FillClaimAsync(string done)
    {
        for (var n = 1; n <= 2; n++)
            await OfficeAsync(at => new CaseCommand.RecordVisit(at, n, JapanTime.DateOf(at)));
        await tab.GoAsync(Path("/forms/claim"));
        foreach (var item in new[] { 1, 2, 15 })
        {
            await ChooseAsync(item);
            await FillAsync([($"since-{item}", "2025/7/2"), ($"plan-{item}", done)]);
        }

        await FillAsync(
            [("made-1", "2025/7/2"), ("made-2", "2025/7/2"), ("scheme-2-2", "yes"),
                .. Filled.Wage(1, "A-1", "200000", "210500"), .. Filled.Claim[^4..]]);
    }

    /// <summary>Takes the page's picture and lets axe-core judge it.</summary>
    public async Task SeeAsync(string name)
    {
        await tab.SeeAsync($"my-{name}");
    }

    /// <summary>Follows the link of the mail that came last, as the outbox holds it.</summary>
    public async Task FollowMailAsync()
    {
        await served.IdleAsync();
        var mails = await served.PageAsync($"/local/cases/{Case}");
        var last = mails.QuerySelectorAll("li a[href^='/local/mail/']").Select(a => a.GetAttribute("href")!)
            .OrderBy(href => href.Split('.')[^1], StringComparer.Ordinal).Last();
        var text = (await served.PageAsync(last)).QuerySelector("pre")!.TextContent;
        await tab.GoAsync(new Uri(Link().Match(text).Value).PathAndQuery);
        await tab.PressAsync("main form button");
    }

    /// <summary>Lets time pass. Sessions end with it, so that the company comes back by its last mail.</summary>
    public async Task WaitUntilAsync(Instant instant)
    {
        await served.AdvanceToAsync(instant);
        await FollowMailAsync();
    }

    /// <summary>The office does something.</summary>
    public async Task OfficeAsync(Func<Instant, CaseCommand> command)
    {
        await using var scope = served.Services.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<CaseCommandHandler>();
        Assert.IsType<CaseAnswer.Accepted>(await service.HandleAsync(Case, command(served.Clock.Now)));
    }

    public async Task<CaseState> StateAsync()
    {
        await using var scope = served.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().ReadAsync(Case))!.State;
    }

    public Task FillAsync(IEnumerable<(string Name, string? Value)> fields) => tab.FillAsync(fields);

    /// <summary>Ticks an item and opens what belongs to it, which the script does by itself.</summary>
    public async Task ChooseAsync(int item)
    {
        await tab.CheckAsync($"#item-{item}");
        if (tab.Way == Way.WithoutScript)
            await tab.Page.Locator($"details[data-with=item-{item}] > summary").ClickAsync();
    }

    [GeneratedRegex(@"http://\S+/my/open\?token=\S+")]
    private static partial Regex Link();
}
