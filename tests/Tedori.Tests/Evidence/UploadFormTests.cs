using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tedori.Functions.Applicants.Uploads;
using Tedori.Functions.Components;
using Tedori.Functions.Public.Scripts;
using Tedori.Programme.Evidence;
using Tedori.Programme.Serialization;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>What the form without script posts, and what the script reads.</summary>
public sealed class UploadFormTests : IAsyncLifetime, IDisposable
{
    private readonly EvidenceOffice office = new();
    private readonly HttpClient http = new();
    private readonly WebApplication app;

    public UploadFormTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 21 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddMvcCore();
        app = builder.Build();
        app.MapPost("/files", async context =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var refusals = await office.Service.ReceiveAsync(EvidenceOffice.Case, form.Files, [], context.RequestAborted);
            await context.Response.WriteAsync(string.Join(",", refusals.Select(r => r.Refusal.Code)));
        });
        app.MapGet("/assets/upload.js", context =>
            ScriptEndpoints.AnswerTo(context.Request, Script.Upload).ExecuteResultAsync(new ActionContext(context, new(), new())));
    }

    public async Task InitializeAsync()
    {
        await office.OpenCaseAsync();
        await app.StartAsync();
        http.BaseAddress = new(app.Urls.Single());
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose()
    {
        http.Dispose();
        office.Dispose();
    }

    [Fact]
    public async Task Files_PostedWithoutScript_AreListedAndTheOthersRefused()
    {
        Assert.Equal((HttpStatusCode.OK, "fileContentDiffers"), await PostAsync(
            ("就業規則.pdf", SampleFiles.PdfOf(3_000_000)), ("写真.png", SampleFiles.Jpeg), ("名簿.xlsx", SampleFiles.Xlsx)));
        var listed = await office.Service.ListAsync(EvidenceOffice.Case);
        Assert.Equal(["就業規則.pdf", "名簿.xlsx"], listed.Select(f => f.Held.File.Name));
    }

    [Fact]
    public async Task Files_None_SaysSo()
    {
        Assert.Equal((HttpStatusCode.OK, "fileNameMissing"), await PostAsync());
        Assert.Equal((HttpStatusCode.OK, "fileNameMissing"), await PostAsync(("", [])));
    }

    [Fact]
    public async Task Files_TooManyAtOnce_TakesTheFirst()
    {
        var files = Enumerable.Range(1, 11).Select(n => ($"{n}.pdf", SampleFiles.Pdf($"{n}"))).ToArray();
        Assert.Equal((HttpStatusCode.OK, "tooManyAtOnce"), await PostAsync(files));
        Assert.Equal(10, (await office.Service.ListAsync(EvidenceOffice.Case)).Count);
    }

    [Fact]
    public async Task Ticket_AsJson_IsWhatTheScriptReads()
    {
        var answer = (ContentResult)(await office.Service.OpenUploadAsync(EvidenceOffice.Case, "規則.pdf", 10)).ToJson();
        using var json = JsonDocument.Parse(answer.Content!);
        Assert.Equal((200, 1), (answer.StatusCode, json.RootElement.GetProperty("uploadId").GetInt32()));
        Assert.Equal(UploadParts.PartSize, json.RootElement.GetProperty("partSize").GetInt32());
        var part = Assert.Single(json.RootElement.GetProperty("parts").EnumerateArray());
        Assert.Equal(1, part.GetProperty("number").GetInt32());
        Assert.StartsWith("/store/quarantine/", part.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileAndRefusal_AsJson_AreWhatTheScriptReads()
    {
        var file = await office.UploadAsync("規則.pdf", SampleFiles.Pdf());
        var listed = (ContentResult)new EvidenceAnswer.Registered(file).ToJson();
        Assert.Equal(file, TedoriJson.Read<HeldFile>(listed.Content!));
        Assert.Contains("\"number\":1,\"file\":{\"name\":\"規則.pdf\"", listed.Content, StringComparison.Ordinal);
        var refused = (ContentResult)new EvidenceAnswer.Refused(EvidenceRefusals.CaseFull).ToJson();
        Assert.Equal((422, TedoriJson.Write(EvidenceRefusals.CaseFull)), (refused.StatusCode, refused.Content));
        Assert.Equal(204, ((StatusCodeResult)new EvidenceAnswer.Removed().ToJson()).StatusCode);
    }

    [Fact]
    public async Task Script_ByItsAddress_IsKeptForGood()
    {
        using var own = await http.GetAsync(new Uri(Script.Upload.Address, UriKind.Relative));
        Assert.Equal(Script.Upload.Text, await own.Content.ReadAsStringAsync());
        Assert.Equal("text/javascript", own.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", own.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var old = await http.GetAsync(new Uri("/assets/upload.js?v=0123456789abcdef", UriKind.Relative));
        Assert.True(old.Headers.CacheControl!.NoCache);
    }

    private async Task<(HttpStatusCode, string)> PostAsync(params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent("token"), "token" } };
        form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;
        foreach (var (name, content) in files)
        {
            // As a browser writes it: the name in UTF-8 and nothing else.
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation(
                "Content-Disposition", $"form-data; name=\"file\"; filename=\"{name}\"");
            form.Add(part);
        }

        using var answer = await http.PostAsync(new Uri("/files", UriKind.Relative), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
