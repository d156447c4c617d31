using Microsoft.Playwright;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;
using Tedori.Testing.Serve;

namespace Tedori.BrowserTests.My;

/// <summary>A company's whole way, from the pre-entry to the decision, in English.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class EnglishStoryTests(Chromium chromium)
{
    // Japanese that no element says to be so; and of what we name, whatever has no word in another language beside it.
    private const string Unsaid = """
        () => {
          const japanese = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/;
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement;
            if (element.closest('script, style, textarea, template') || !japanese.test(node.data)) continue;
            if (element.closest('[lang]').lang !== 'ja') found.push(node.data.trim());
          }
          for (const element of document.querySelectorAll('main :is(h1, h2, h3, label, legend, th, dt, button, summary)')) {
            const ours = element.cloneNode(true);
            ours.querySelectorAll('[lang=ja]').forEach(e => e.remove());
            if (!/[A-Za-z]/.test(ours.textContent) && !element.closest('[lang=ja]')) found.push(element.textContent.trim());
          }
          return found;
        }
        """;

    [SkippableFact]
    public async Task Story_FromEntryToDecision_CanBeWalkedInEnglish()
    {
        await Company.PlayAsync(chromium, Way.Desktop, async company =>
        {
            await EnterAsync(company);
            await company.WaitUntilAsync(Tokyo.At("2025-07-02T10:00:00"));
            await RegisterCompanyAsync(company);
            await company.OfficeAsync(at => new CaseCommand.PassEligibility(at, Signed: Sample.Two));
            await RegisterProjectAsync(company);
            await ClaimAsync(company);
            await DecideAsync(company);
            await LookAroundAsync(company);
        });
    }

    private static async Task EnterAsync(Company company)
    {
        var tab = company.Tab;
        await tab.GoAsync("/entry");
        await tab.PressAsync(".languages [value=en]");
        await company.SendEntryAsync("Story Inc.", "Taro Mihon", "Hanako Mihon");
        await SeeAsync(company, "received");
        await company.FollowMailAsync();
        Assert.Equal("My page", await tab.HeadingAsync());
        await SeeAsync(company, "entered");
    }

    private static async Task RegisterCompanyAsync(Company company)
    {
        var tab = company.Tab;
        Assert.Contains("Next deadline: Company registration", await tab.Page.Locator(".lead").InnerTextAsync(), StringComparison.Ordinal);
        await SeeAsync(company, "won");
        await tab.PressAsync("main a.button");
        Assert.Equal("Company registration (企業情報の登録)", await tab.HeadingAsync());
        await tab.PressAsync("button[value=preview]");
        Assert.Contains("“Industry” must be filled in.", await tab.Page.Locator(".errors").InnerTextAsync(), StringComparison.Ordinal);
        await SeeAsync(company, "company-errors");
        await company.FillAsync(Filled.Company.Where(f => f.Name is not ("industry" or "business")));
        await company.FillAsync([("industry", "Information services"), ("business", "Developing software")]);
        await Assertions.Expect(tab.Page.Locator("#saved")).ToContainTextAsync("Saved automatically at");
        await tab.AttachAsync("#slot-document-1", new FilePayload { Name = "profile.pdf", MimeType = "application/pdf", Buffer = SampleFiles.PdfOf(50_000) });
        await tab.PushAsync("text=Upload >> nth=-1");
        await Assertions.Expect(tab.Page.Locator("#evidence-files li")).ToContainTextAsync("Company profile", new() { Timeout = 60_000 });
        await Assertions.Expect(tab.Page.Locator("[data-evidence-status]")).ToHaveTextAsync("“profile.pdf” was received");
        await SeeAsync(company, "company");
        await FileAsync(company, "company");
    }

    private static async Task RegisterProjectAsync(Company company)
    {
        var tab = company.Tab;
        await company.FillProjectAsync(_ => "For all employees.", "As agreed with the employees.", "All");
        await Assertions.Expect(tab.Page.Locator("[data-amount]")).ToContainTextAsync("In total, the grant is ¥320,000.");
        await Assertions.Expect(tab.Page.Locator("[data-verdict=rest-1]")).ToContainTextAsync("90 minutes count as worked (example 1)");
        await SeeAsync(company, "project");
        await FileAsync(company, "project");
    }

    private static async Task ClaimAsync(Company company)
    {
        await company.FillClaimAsync("Carried out as planned.");
        await SeeAsync(company, "claim");
        await FileAsync(company, "claim");
    }

    private static async Task DecideAsync(Company company)
    {
        await company.OfficeAsync(at => new CaseCommand.GrantClaim(at, [1, 2, 15], 1, Signed: Sample.Two));
        await company.FollowMailAsync();
        Assert.Contains("The grant has been approved", await company.Tab.Page.Locator(".lead").InnerTextAsync(), StringComparison.Ordinal);
        await SeeAsync(company, "granted");
    }

    private static async Task LookAroundAsync(Company company)
    {
        await company.Tab.GoAsync(company.Path("/contact"));
        await SeeAsync(company, "contact");
        await company.Tab.GoAsync(company.Path());
        await company.Tab.PressAsync("main ul a[href*='/notices/'] >> nth=0");
        await company.SeeAsync("english-notice");
        await company.Tab.PressAsync(".languages [value=ja]");
        await company.Tab.GoAsync(company.Path());
        Assert.Equal("マイページ", await company.Tab.HeadingAsync());
    }

    private static async Task FileAsync(Company company, string name)
    {
        var tab = company.Tab;
        await tab.PressAsync("button[value=preview]");
        await SeeAsync(company, $"{name}-preview");
        await tab.PressAsync("button[value=file]");
        Assert.StartsWith("Receipt: ", await tab.HeadingAsync(), StringComparison.Ordinal);
        await SeeAsync(company, $"{name}-filed");
    }

    private static async Task SeeAsync(Company company, string name)
    {
        Assert.Empty(await company.Tab.Page.EvaluateAsync<string[]>(Unsaid));
        await company.SeeAsync($"english-{name}");
    }
}
