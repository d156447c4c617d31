using Microsoft.Playwright;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;

namespace Tedori.BrowserTests.My;

/// <summary>A company's whole way, from the pre-entry to the decision, in one language.</summary>
internal sealed class Story(Company company, StoryTexts texts)
{
    // What the office asks for it asks for in Japanese.
    private static readonly (string Rules, string Records) Asked = ("就業規則", "実施の記録");

    private readonly Tab tab = company.Tab;

    private bool HasScript => tab.Way != Way.WithoutScript;

    public async Task WalkAsync()
    {
        await EnterAsync();
        await company.WaitUntilAsync(Tokyo.At("2025-07-02T10:00:00"));
        await RegisterCompanyAsync();
        await company.OfficeAsync(at => new CaseCommand.PassEligibility(at, Signed: Sample.Two));
        await RegisterProjectAsync();
        await ClaimAsync();
        await AnswerAsync();
        await DecideAsync();
    }

    /// <summary>Takes the page's picture, has it judged, and finds nothing of ours that is not in the language.</summary>
    public async Task SeeAsync(string name)
    {
        if (texts.Language.Binds)
        {
            await company.SeeAsync(name);
            return;
        }

        Assert.Empty(await Untranslated.OnAsync(tab.Page, Asked.Rules, Asked.Records));
        await tab.SeeAsync($"my-{texts.Language.Code}-{name}", however: false);
    }

    private async Task EnterAsync()
    {
        await tab.GoAsync("/entry");
        if (!texts.Language.Binds)
            await tab.PressAsync($".languages [value={texts.Language.Code}]");
        await company.FillEntryAsync(texts.Entry.Company, texts.Entry.Representative, texts.Entry.Contact);
        await tab.PressAsync("main form button[value=confirm]");
        await SeeAsync("entry-confirm");
        await tab.PressAsync("main form button[value=send]");
        await company.NoteNumberAsync();
        await SeeAsync("received");
        await company.FollowMailAsync();
        Assert.Contains(texts.Leads.Entered, await LeadAsync(), StringComparison.Ordinal);
        await SeeAsync("entered");
    }

    private async Task RegisterCompanyAsync()
    {
        Assert.Contains(texts.Leads.Won, await LeadAsync(), StringComparison.Ordinal);
        await SeeAsync("won");
        await tab.PressAsync("main a.button");
        Assert.Equal(texts.Registration.Form, await tab.HeadingAsync());
        await tab.PressAsync("button[value=preview]");
        Assert.Contains(texts.Registration.Refused, await tab.Page.Locator(".errors").InnerTextAsync(), StringComparison.Ordinal);
        await SeeAsync("company-errors");
        await company.FillAsync(
            [("industry", texts.Line.Industry), ("business", texts.Line.Business), .. Filled.Company.Where(f => f.Name is not ("industry" or "business"))]);
        if (HasScript)
            await Assertions.Expect(tab.Page.Locator("#saved")).ToContainTextAsync(texts.Registration.Saved);
        else
            await tab.PressAsync(".actions button[value=save]");
        await UploadAsync();
        await SeeAsync("company");
        await FileAsync("company");
    }

    private async Task RegisterProjectAsync()
    {
        await company.FillProjectAsync(
            item => item == 15 ? texts.Plan.Wages : texts.Plan.Schemes, texts.Plan.Agreed, texts.Plan.Occupation);
        if (!HasScript)
            await tab.PressAsync("button[value=calculate]");
        await Assertions.Expect(tab.Page.Locator("[data-amount]")).ToContainTextAsync(texts.Notes.Amount);
        await Assertions.Expect(tab.Page.Locator("[data-verdict=rest-1]")).ToContainTextAsync(texts.Notes.Overlap);
        await SeeAsync("project");
        await FileAsync("project");
    }

    private async Task ClaimAsync()
    {
        await company.FillClaimAsync(texts.Plan.Done);
        await SeeAsync("claim");
        await FileAsync("claim");
    }

    private async Task AnswerAsync()
    {
        await company.OfficeAsync(at => new CaseCommand.RequestCorrection(
            at, [new(Asked.Rules, "受付印のある写しを提出してください。"), new(Asked.Records, "日付を補ってください。")]));
        await tab.GoAsync(company.Path());
        Assert.Contains(texts.Leads.Corrected, await LeadAsync(), StringComparison.Ordinal);
        await SeeAsync("correction-asked");
        await tab.PressAsync("main a.button");
        await company.FillAsync([("answer-1", texts.Answers.First), ("answer-2", texts.Answers.Second)]);
        await SeeAsync("correction");
        await FileAsync("correction");
    }

    private async Task DecideAsync()
    {
        await company.OfficeAsync(at => new CaseCommand.GrantClaim(at, [1, 2, 15], 1, Signed: Sample.Two));
        await company.FollowMailAsync();
        Assert.Contains(texts.Leads.Granted, await LeadAsync(), StringComparison.Ordinal);
        await Assertions.Expect(tab.Page.Locator(".steps")).ToContainTextAsync(texts.Filed.Step);
        await SeeAsync("granted");
        await tab.PressAsync("main ul a >> nth=0");
        await SeeAsync("notice");
        await tab.GoAsync(company.Path());
        // Its digests are longer than a phone is wide.
        await tab.PressAsync("main ul a[href*='.filingReceived.'] >> nth=0");
        await SeeAsync("notice-filing");
    }

    private async Task FileAsync(string name)
    {
        await tab.PressAsync("button[value=preview]");
        await SeeAsync($"{name}-preview");
        await tab.PressAsync("button[value=file]");
        Assert.Contains(texts.Filed.Receipt, await tab.HeadingAsync(), StringComparison.Ordinal);
        await SeeAsync($"{name}-filed");
    }

    private async Task UploadAsync()
    {
        // In one language, and where there is a script that can go on, the connection is cut in the middle.
        var cuts = HasScript && texts.Language.Binds;
        var puts = 0;
        if (cuts)
            await tab.Page.RouteAsync("**/store/**", route => Interlocked.Increment(ref puts) == 2 ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        await tab.AttachAsync("#slot-document-1", Payload(texts.Files.Profile, "application/pdf", SampleFiles.PdfOf(cuts ? 5_000_000 : 50_000)));
        await tab.AttachAsync(
            "#evidence-file",
            Payload(texts.Files.Photo, "image/png", SampleFiles.Png),
            Payload(texts.Files.List, "application/octet-stream", SampleFiles.Xlsx));
        await (HasScript ? tab.PushAsync("[data-evidence-send]") : tab.PressAsync("[data-evidence-send]"));
        var files = tab.Page.Locator("#evidence-files li");
        await Assertions.Expect(files).ToHaveCountAsync(3, new() { Timeout = 60_000 });
        await Assertions.Expect(files.First).ToContainTextAsync(texts.Registration.Document);
        if (HasScript)
            await Assertions.Expect(tab.Page.Locator("[data-evidence-status]")).ToHaveTextAsync(texts.Registration.Uploaded);
        Assert.True(puts > 2 || !cuts, $"The store was asked {puts} times.");
        await tab.Page.UnrouteAllAsync();

        static FilePayload Payload(string name, string type, byte[] content) => new() { Name = name, MimeType = type, Buffer = content };
    }

    private Task<string> LeadAsync() => tab.Page.Locator(".lead").InnerTextAsync();
}
