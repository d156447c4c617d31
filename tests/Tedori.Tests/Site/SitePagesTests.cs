using System.Text.RegularExpressions;
using Tedori.Functions.Components;
using Tedori.Functions.Public.Site;
using Tedori.Programme.Editions;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Site;

/// <summary>What the site says about the programme: who may apply, what is paid, when, and whom to call.</summary>
public sealed class SitePagesTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly Edition R7 = EditionReader.R7();

    public static TheoryData<string> Paths => [.. SitePlaces.Footer.Select(p => p.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_OfTheFooter_IsThereWithItsOwnNameAndLeavesNothingToFillIn(string path)
    {
        var page = await served.PageAsync(path);

        var name = SitePlaces.Footer.Single(p => p.Path == path).Name;
        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotMatch(new Regex(@"\{[A-Za-z]+\}"), page.Body!.TextContent);
        Assert.Equal(SitePlaces.Footer.Select(p => p.Path), page.QuerySelectorAll("footer li a").Select(a => a.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll("main a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/entry")]
    [InlineData("/lost-link")]
    [InlineData("/rounds/1")]
    public async Task Page_ForCompanies_SaysHowToReachTheOffice(string path)
    {
        var contact = R7.Contact!;
        var address = (await served.PageAsync(path)).QuerySelector("footer address")!;

        foreach (var part in new[] { contact.Office, contact.Phone, contact.Email, contact.Hours, contact.Post })
            Assert.Contains(part, address.TextContent, StringComparison.Ordinal);
        Assert.NotNull(address.QuerySelector($"a[href='tel:{contact.Dial}']"));
        Assert.NotNull(address.QuerySelector($"a[href='mailto:{contact.Email}']"));
    }

    [Fact]
    public async Task Guide_OfARound_HasTheConditionsAmountsDatesAndDocumentsOfTheProgrammeFile()
    {
        var page = await served.PageAsync("/guide");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.All(R7.Entry.Conditions, c => Assert.Contains(c.Text, text, StringComparison.Ordinal));
        Assert.All(R7.Items, i => Assert.Contains(i.Name, text, StringComparison.Ordinal));
        Assert.All(
            R7.Filings.CompanyDocuments.Concat(R7.Filings.ClaimDocuments).Concat(R7.Filings.WageDocuments),
            d => Assert.Contains(d, text, StringComparison.Ordinal));
        // The round that is open at the time of the test's clock, 2025-06-20: its seventh business day is in the guideline.
        Assert.Equal(
            [
                "2025-06-16", "2025-06-20", "2025-07-01", "2025-07-10", "2025-11-17", "2026-02-17", "2026-07-15",
                "2026-03-23", "2026-08-20",
            ],
            page.QuerySelectorAll("#steps ~ ol time, section:has(#steps) ol time").Select(t => t.GetAttribute("datetime")).Distinct());
        Assert.Contains("合計2,300,000円まで", text, StringComparison.Ordinal);
        Assert.Contains("300人以下", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SelfCheck_HasSevenQuestionsAndNothingThatCouldBeSent()
    {
        var page = await served.PageAsync("/check");

        Assert.Equal(7, page.QuerySelectorAll("main fieldset").Length);
        Assert.Contains("7つの質問", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        var form = page.QuerySelector("main form")!;
        Assert.Equal("dialog", form.GetAttribute("method"));
        Assert.Empty(form.QuerySelectorAll("button:not([type=reset]),input:not([type=radio])"));
    }

    [Fact]
    public void Glossary_HasTheThreeTermsOfTheGuideline() => Assert.Equal(
        ["手取り時間", "エンゲージメント", "DE&I(ダイバーシティ・エクイティ&インクルージョン)"],
        SiteText.Pages["glossary"].Sections.Select(s => s.Heading));

    [Fact]
    public void Fill_AFactThatThereIsNot_SaysWhich() => Assert.Contains(
        "{nothing}",
        Assert.Throws<InvalidOperationException>(() => new SiteFacts(R7, R7.Round(1)).Fill("a {nothing}")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Fill_AFactWithMarkup_EscapesIt()
    {
        var hostile = R7 with { Contact = R7.Contact! with { Email = "<b>@example.jp" } };
        Assert.Equal("<a>&lt;b&gt;@example.jp</a>", new SiteFacts(hostile, R7.Round(1)).Fill("<a>{email}</a>"));
    }
}
