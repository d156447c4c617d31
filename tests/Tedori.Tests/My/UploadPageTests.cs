using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;

namespace Tedori.Tests.My;

/// <summary>Uploads behind the link: by script and without it.</summary>
public sealed class UploadPageTests(WonRound round) : IClassFixture<WonRound>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

    [Fact]
    public async Task Upload_ByScript_IsOpenedWrittenRegisteredAndRemoved()
    {
        using var company = await round.OpenAsync();
        var (_, ticket) = await PostAsync(company, "/uploads", ("name", "会社概要.pdf"), ("size", $"{Pdf.Length}"));
        var number = ticket.GetProperty("uploadId").GetInt32();
        await WriteAsync(company, ticket);

        var (registered, file) = await PostAsync(
            company, $"/uploads/{number}", ("sha256", Convert.ToHexStringLower(SHA256.HashData(Pdf))));
        var listed = await company.GetAsync(company.Path("/forms/company"));
        var remove = listed.QuerySelector($"button[formaction$='/uploads/{number}/remove']")!.GetAttribute("formaction")!;
        var removed = await company.PostAsync(remove, CompanyBrowser.FieldsOf(listed.QuerySelector("#filing")!));
        var after = await company.GetAsync(company.Path("/forms/company"));

        Assert.Equal(HttpStatusCode.OK, registered);
        Assert.Equal("会社概要.pdf", file.GetProperty("file").GetProperty("name").GetString());
        Assert.Contains("会社概要.pdf", listed.QuerySelector("#evidence-files")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, company.Path("/forms/company#evidence-heading")),
            (removed.Status, removed.Location));
        Assert.Empty(after.QuerySelectorAll("#evidence-files li"));
    }

    [Fact]
    public async Task Upload_WithAnotherDigestThanTheFileHas_IsRefusedInJapanese()
    {
        using var company = await round.OpenAsync();
        var (_, ticket) = await PostAsync(company, "/uploads", ("name", "会社概要.pdf"), ("size", $"{Pdf.Length}"));
        await WriteAsync(company, ticket);

        var (status, refusal) = await PostAsync(
            company, $"/uploads/{ticket.GetProperty("uploadId").GetInt32()}", ("sha256", new string('0', 64)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(
            "「会社概要.pdf」は届いた内容が選んだファイルと違います。ファイルを選び直して、もう一度アップロードしてください。",
            refusal.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("virus.exe", "100")]
    [InlineData("会社概要.pdf", "0")]
    [InlineData("会社概要.pdf", "20971521")]
    [InlineData("会社概要.pdf", "many")]
    [InlineData("", "100")]
    public async Task Upload_ThatTheRulesRefuse_SaysWhyInJapanese(string name, string size)
    {
        using var company = await round.OpenAsync();

        var (status, refusal) = await PostAsync(company, "/uploads", ("name", name), ("size", size));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Matches("[ぁ-ん].*。$", refusal.GetProperty("text").GetString());
    }

    [Fact]
    public async Task File_WithoutScript_ThatIsNotWhatItSays_IsRefusedOnTheForm()
    {
        using var company = await round.OpenAsync();

        var answer = await PostFileAsync(company, "会社概要.pdf", Encoding.ASCII.GetBytes("MZ not a document"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.Page.QuerySelector("#evidence-error")!.TextContent.Trim());
        Assert.Empty(answer.Page.QuerySelectorAll("#evidence-files li"));
        // Whoever reads on in another language stays beside the form, and nothing is lost.
        Assert.Equal(company.Path("/forms/company"), answer.Page.QuerySelector("form.languages input[name=page]")!.GetAttribute("value"));
        Assert.DoesNotContain("入力した内容は残りません", answer.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_LargerThanOneMay_IsTooLarge()
    {
        using var company = await round.OpenAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(company.Path("/files"), UriKind.Relative));
        request.Headers.ExpectContinue = true;
        request.Content =
            new MultipartFormDataContent { { new ByteArrayContent(new byte[22 * 1024 * 1024]), "file", "会社概要.pdf" } };
        using var response = await company.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("ファイルは1つ20MBまでです。", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/uploads/99")]
    [InlineData("/uploads/x")]
    public async Task Upload_ThatIsNone_IsNotRegistered(string below)
    {
        using var company = await round.OpenAsync();
        var fields = CompanyBrowser.FieldsOf(
            (await company.GetAsync(company.Path("/contact"))).QuerySelector("main form")!);
        using var content = new FormUrlEncodedContent(fields);

        using var response = await company.Http.PostAsync(new Uri(company.Path(below), UriKind.Relative), content);

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity });
    }

    [Fact]
    public async Task File_OfAClosedCase_IsRefused()
    {
        using var company = await round.OpenAsync();
        var page = await company.GetAsync(company.Path("/forms/company"));
        await round.DoAsync(company.Case, at => new CaseCommand.Decline(at, "都合"));

        var answer = await PostFileAsync(company, "会社概要.pdf", Pdf, page);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("終結しています", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> PostFileAsync(
        CompanyBrowser company, string name, byte[] bytes, AngleSharp.Dom.IDocument? shown = null)
    {
        var page = shown ?? await company.GetAsync(company.Path("/forms/company"));
        using var form = new MultipartFormDataContent();
        foreach (var field in CompanyBrowser.FieldsOf(page.QuerySelector("#filing")!)
            .Where(f => !f.Key.StartsWith("file", StringComparison.Ordinal)))
            form.Add(new StringContent(field.Value), field.Key);
        form.Add(new ByteArrayContent(bytes), "file", name);
        return await company.PostAsync(company.Path("/files"), form);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(
        CompanyBrowser company, string below, params (string Name, string? Value)[] fields)
    {
        var page = await company.GetAsync(company.Path("/contact"));
        var token = CompanyBrowser.FieldsOf(page.QuerySelector("main form")!).Where(f => f.Key == "token");
        using var content = new FormUrlEncodedContent(CompanyBrowser.Change(token, fields));
        using var response = await company.Http.PostAsync(new Uri(company.Path(below), UriKind.Relative), content);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, json.RootElement.Clone());
    }

    private static async Task WriteAsync(CompanyBrowser company, JsonElement ticket)
    {
        var part = Assert.Single(ticket.GetProperty("parts").EnumerateArray());
        var url = new Uri(company.Http.BaseAddress!, part.GetProperty("url").GetString());
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent(Pdf) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var put = await company.Http.SendAsync(request);
        Assert.True(put.IsSuccessStatusCode, $"{put.StatusCode} {await put.Content.ReadAsStringAsync()}");
    }
}
