using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tedori.Programme.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Evidence;

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

    // What is wrong stands at its input and is led to from the top, and what was typed beside it is kept.
    [Fact]
    public async Task File_LargerThanOneMay_IsRefusedAtItsInputAndNothingTypedIsLost()
    {
        using var company = await round.OpenAsync();

        var answer = await PostFilesAsync(
            company, [("file.document-1", "写し.pdf", SampleFiles.PdfOf((20 * 1024 * 1024) + 1))], ("industry", "情報サービス業"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("「写し.pdf」は大きすぎます。", answer.Page.QuerySelector("#slot-document-1-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#slot-document-1", answer.Page.QuerySelector("#errors a")!.GetAttribute("href"));
        Assert.Equal("情報サービス業", answer.Page.QuerySelector("#industry")!.GetAttribute("value"));
        Assert.Empty(answer.Page.QuerySelectorAll("#evidence-files li"));
    }

    // More at once than one file may be.
    [Fact]
    public async Task Files_TogetherLargerThanOneMayBe_AreTaken()
    {
        using var company = await round.OpenAsync();

        var answer = await PostFilesAsync(
            company,
            [("file.document-1", "写し.pdf", SampleFiles.PdfOf(11_000_000)), ("file", "地図.pdf", SampleFiles.PdfOf(12_000_000))],
            ("industry", "情報サービス業"));
        var after = await company.GetAsync(company.Path("/forms/company"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(
            ["写し.pdf", "地図.pdf"], after.QuerySelectorAll("#evidence-files [data-name]").Select(e => e.TextContent));
        Assert.Equal("情報サービス業", after.QuerySelector("#industry")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Files_TogetherLargerThanOneFormTakes_AreTooLarge()
    {
        using var company = await round.OpenAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(company.Path("/files"), UriKind.Relative));
        request.Headers.ExpectContinue = true;
        request.Content = new MultipartFormDataContent { { new StreamContent(new Zeros(92L * 1024 * 1024)), "file", "会社概要.pdf" } };
        using var response = await company.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(
            "ファイルは1つ20MB、1回の送信で合わせて90MBまでです。", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
        CompanyBrowser company, string name, byte[] bytes, AngleSharp.Dom.IDocument? shown = null) =>
        await PostFilesAsync(company, shown ?? await company.GetAsync(company.Path("/forms/company")), [("file", name, bytes)]);

    private static async Task<Answer> PostFilesAsync(
        CompanyBrowser company, (string Field, string Name, byte[] Bytes)[] files, params (string Name, string? Value)[] typed) =>
        await PostFilesAsync(company, await company.GetAsync(company.Path("/forms/company")), files, typed);

    private static async Task<Answer> PostFilesAsync(
        CompanyBrowser company, AngleSharp.Dom.IDocument page, (string Field, string Name, byte[] Bytes)[] files,
        params (string Name, string? Value)[] typed)
    {
        using var form = new MultipartFormDataContent();
        foreach (var field in CompanyBrowser.Change(CompanyBrowser.FieldsOf(page.QuerySelector("#filing")!), typed)
            .Where(f => !f.Key.StartsWith("file", StringComparison.Ordinal)))
            form.Add(new StringContent(field.Value), field.Key);
        foreach (var (field, name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), field, name);
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

    /// <summary>So many bytes that nobody holds.</summary>
    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, read).Clear();
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? Position : length);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
