using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Functions.Applicants.Uploads;
using Tedori.Functions.Components;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Composition;
using Tedori.Functions.Public.Scripts;
using Tedori.Local.Evidence;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;

namespace Tedori.BrowserTests.Evidence;

/// <summary>A site with one page, the upload form of one case, and its store: here, or an Azurite elsewhere.</summary>
internal sealed class UploadSite : IAsyncDisposable
{
    private static readonly CaseId Case = EvidenceOffice.Case;
    private readonly WebApplication app;
    private IReadOnlyList<(string Input, Refusal Refusal)> refusals = [];

    private UploadSite(EvidenceOffice office, EvidenceService? service, Uri? store)
    {
        (Office, Service) = (office, service ?? office.Service);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 21 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddMvcCore();
        builder.Services.AddPages();
        builder.Services.AddSingleton(new EditionCatalog(EditionReader.R7())).AddSingleton<IClock>(SystemClock.Instance);
        app = builder.Build();
        var origins = string.Join(' ', "'self'", store?.GetLeftPart(UriPartial.Authority));
        var policy = $"default-src 'none'; style-src {ShellStyle.Source}; img-src data:; script-src 'self'; "
            + $"connect-src {origins}; form-action 'self'";
        app.Use(async (context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            if (context.Request.Path.StartsWithSegments("/store", StringComparison.Ordinal))
                Puts.Enqueue(context.Request.Path.Value![^4..]);
            if (!await Fault(context))
                await next(context);
        });
        Map();
        new StoreRoutes(office.Urls, office.Store, office.Quarantine).Map(app);
    }

    public EvidenceOffice Office { get; }

    public EvidenceService Service { get; }

    /// <summary>The page.</summary>
    public Uri Address => new($"{app.Urls.Single()}/my/{Case}");

    /// <summary>The parts, such as 0001, that came to the store, in the order in which they came.</summary>
    public ConcurrentQueue<string> Puts { get; } = [];

    /// <summary>The digests that registrations stated.</summary>
    public ConcurrentQueue<string> Digests { get; } = [];

    /// <summary>Runs before every request; true where it has dealt with it.</summary>
    public Func<HttpContext, Task<bool>> Fault { get; set; } = _ => Task.FromResult(false);

    public static async Task<UploadSite> StartAsync(
        Func<EvidenceOffice, EvidenceService>? service = null, Uri? store = null)
    {
        var office = new EvidenceOffice();
        await office.OpenCaseAsync();
        var site = new UploadSite(office, service?.Invoke(office), store);
        await site.app.StartAsync();
        return site;
    }

    public async Task<IReadOnlyList<(string Name, string Sha256)>> ListedAsync() =>
        [.. (await Service.ListAsync(Case)).Select(f => (f.Held.File.Name, f.Held.File.Sha256))];

    /// <summary>Puts a part of the first upload, past the browser.</summary>
    public async Task PutAsync(int part, byte[] content) => Assert.True(await Office.Quarantine.CreateAsync(
        new((await Office.PartsAsync(1)).Key, part), new MemoryStream(content), CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Office.Dispose();
    }

    private void Map()
    {
        app.MapGet("/assets/upload.js", context => RunAsync(context, ScriptEndpoints.AnswerTo(context.Request, Script.Upload)));
        app.MapGet("/my/{id}", ShowAsync);
        app.MapPost("/my/{id}/uploads", async context =>
        {
            var form = await context.Request.ReadFormAsync();
            var resume = int.TryParse(form["uploadId"], out var number) ? number : (int?)null;
            await RunAsync(
                context, (await Service.OpenUploadAsync(Case, form["name"]!, long.Parse(form["size"]!), resume)).ToJson());
        });
        app.MapPost("/my/{id}/uploads/{number:int}", async (HttpContext context, int number) =>
        {
            var form = await context.Request.ReadFormAsync();
            Digests.Enqueue(form["sha256"].ToString());
            await RunAsync(context, (await Service.RegisterUploadAsync(Case, number, form["sha256"])).ToJson());
        });
        app.MapPost("/my/{id}/uploads/{number:int}/remove", async (HttpContext context, int number) =>
        {
            await Service.RemoveAsync(Case, number);
            context.Response.Redirect($"/my/{Case}");
        });
        app.MapPost("/my/{id}/files", async context =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            refusals = await Service.ReceiveAsync(Case, form.Files, [], context.RequestAborted);
            context.Response.Redirect($"/my/{Case}");
        });
    }

    private static Task RunAsync(HttpContext context, IActionResult result) =>
        result.ExecuteResultAsync(new ActionContext(context, new(), new()));

    private async Task ShowAsync(HttpContext context)
    {
        var html = await app.Services.GetRequiredService<PageRenderer>().RenderAsync<UploadPage>(new()
        {
            [nameof(UploadPage.CaseId)] = Case,
            [nameof(UploadPage.Files)] = await Service.ListAsync(Case),
            [nameof(UploadPage.Errors)] = refusals.Select(r => new FieldError(r.Input, r.Refusal.Text)).ToList(),
        });
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html);
    }
}
