using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Serve;
using Tedori.Workflows.Cases;

namespace Tedori.BrowserTests.My;

/// <summary>A company at its browser, the office behind its desk, and the clock between them.</summary>
internal sealed partial class Company(ServedFolder served, Tab tab)
{
    public Tab Tab => tab;

    public CaseId Case { get; set; }

    public string Path(string below = "") => $"/my/{Case}{below}";

    /// <summary>Takes the page's picture and lets axe-core judge it.</summary>
    public async Task SeeAsync(string name)
    {
        await tab.ShotAsync($"my-{name}");
        await tab.NoViolationsAsync();
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
