using System.Net;
using Tedori.Functions.Papers;
using Tedori.Programme.Calendar;
using Tedori.Programme.Filings;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Tests.Papers;

namespace Tedori.Tests.My;

/// <summary>The papers of a filing as PDF, read back: they say what the pages say.</summary>
public sealed class PaperFilesTests(WonRound round) : IClassFixture<WonRound>
{
    [SkippableFact]
    public async Task Receipt_OfAFiling_HasCompanyProgrammeNumberTimeAndEveryDigest()
    {
        PdfText.Need();
        using var company = await round.OpenAsync();
        var (_, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);
        var page = await company.GetAsync(filed.Location!);
        var state = await round.StateAsync(company.Case);

        var file = await FileAsync(company, $"{filed.Location}/receipt.pdf");
        var text = await PdfText.JoinedAsync(file);

        Assert.All(
            new[] { company.Case.ToString(), $"{company.Case}第", state.Entry.CompanyName, Sample.R7.Name, "企業情報の登録の受付票" }
                .Concat([Sample.R7.Contact!.Office, Sample.R7.Contact.Post, Sample.R7.Contact.Phone])
                .Concat(page.QuerySelectorAll("main dl time").Select(t => t.TextContent))
                .Concat(page.QuerySelectorAll("main .digest").Select(d => d.TextContent))
                .Concat(page.QuerySelectorAll(".paper dt, .paper dd").Select(d => d.TextContent)),
            said => Assert.Contains(Bare(said), text, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("main li .digest"));
        Assert.NotNull(page.QuerySelector($"a[href='{filed.Location}/receipt.pdf']"));
        Assert.Equal(file, await FileAsync(company, $"{filed.Location}/receipt.pdf"));
    }

    [SkippableFact]
    public async Task Content_OfAFiling_HasWhatWasStatedAndTheDigestOfItsFile()
    {
        PdfText.Need();
        using var company = await round.OpenAsync();
        var (_, filed) = await FilingWay.FileAsync(company, "company", Filled.Company);
        var page = await company.GetAsync(filed.Location!);

        var text = await PdfText.JoinedAsync(await FileAsync(company, $"{filed.Location}/content.pdf"));

        var kept = page.QuerySelectorAll("main li").Single(l => l.TextContent.StartsWith(FilingPaper.FileName, StringComparison.Ordinal));
        Assert.Contains(kept.QuerySelector(".digest")!.TextContent["SHA-256 ".Length..], text, StringComparison.Ordinal);
        Assert.Contains("ソフトウェアの開発", text, StringComparison.Ordinal);
        Assert.Contains("企業情報の登録の申請の内容", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Cover_OfAForm_HasTheOfficesAddressTheNumberTheDeadlineAndWhatToEnclose()
    {
        PdfText.Need();
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company/cover"));

        var text = await PdfText.JoinedAsync(await FileAsync(company, company.Path("/forms/company/cover.pdf")));

        var contact = Sample.R7.Contact!;
        Assert.All(
            new[] { contact.Post, $"{contact.Office} 行", company.Case.ToString(), $"{JapaneseDate.Full(WonRound.Registration)}(当日消印有効)" }
                .Concat(page.QuerySelectorAll(".sheet li").Select(l => l.TextContent)),
            said => Assert.Contains(Bare(said), text, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".sheet li"));
    }

    [SkippableTheory]
    [InlineData("/filed/1/receipt.pdf")]
    [InlineData("/filed/99/content.pdf")]
    [InlineData("/forms/nothing/cover.pdf")]
    public async Task Paper_OfWhatIsNotThere_IsNotFound(string path)
    {
        using var company = await round.OpenAsync();

        await company.GetAsync(company.Path(path), HttpStatusCode.NotFound);
    }

    [SkippableFact]
    public async Task Paper_OfAnotherCompany_IsNotShown()
    {
        using var company = await round.OpenAsync();

        await company.GetAsync($"/my/{WonRound.Other}/forms/company/cover.pdf", HttpStatusCode.Forbidden);
    }

    private static string Bare(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static async Task<byte[]> FileAsync(CompanyBrowser company, string path)
    {
        using var response = await company.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store, no-cache", response.Headers.CacheControl!.ToString());
        return await response.Content.ReadAsByteArrayAsync();
    }
}
