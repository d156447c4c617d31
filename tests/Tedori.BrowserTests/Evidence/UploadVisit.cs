using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Tedori.Testing.Data;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.BrowserTests.Evidence;

/// <summary>Somebody at the upload form, with the store behind it.</summary>
internal sealed class UploadVisit : IAsyncDisposable
{
    /// <summary>A file of four whole parts and the rest.</summary>
    public static readonly byte[] Large = SampleFiles.PdfOf((4 * UploadParts.PartSize) + 12_345);

    private readonly TemporaryFolder folder = new();

    private UploadVisit(UploadSite site, Tab tab) => (Site, Tab) = (site, tab);

    public UploadSite Site { get; }

    public Tab Tab { get; }

    public IPage Page => Tab.Page;

    /// <summary>The files that the page lists.</summary>
    public ILocator Rows => Page.Locator("#evidence-files li");

    public static async Task<UploadVisit> BeginAsync(Chromium chromium, Way way = Way.Desktop)
    {
        var site = await UploadSite.StartAsync();
        return new(site, await chromium.OpenAsync(site.Address, way));
    }

    public static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Whether the request puts the part with this number.</summary>
    public static bool IsPart(HttpContext context, int number) =>
        context.Request.Path.StartsWithSegments("/store", StringComparison.Ordinal)
        && context.Request.Path.Value!.EndsWith($"/{number:0000}", StringComparison.Ordinal);

    public static FilePayload Payload(string name, byte[] content) =>
        new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    public Task OpenAsync() => Tab.GoAsync(Site.Address.AbsolutePath);

    /// <summary>A file on disk, because it has to be the same one after a reload.</summary>
    public async Task<string> FileAsync(string name, byte[] content)
    {
        var file = folder[name];
        await File.WriteAllBytesAsync(file, content);
        return file;
    }

    public async Task ChooseAsync(string file)
    {
        await Page.Locator("#evidence-file").SetInputFilesAsync(file);
        await Page.GetByRole(AriaRole.Button, new() { Name = "アップロードする" }).ClickAsync();
    }

    public async Task ChooseAsync(params (string Name, byte[] Content)[] files)
    {
        await Page.Locator("#evidence-file").SetInputFilesAsync(files.Select(f => Payload(f.Name, f.Content)));
        await Page.GetByRole(AriaRole.Button, new() { Name = "アップロードする" }).ClickAsync();
    }

    public async Task<string> StatusAsync(string part)
    {
        var status = Page.Locator("[data-evidence-status]", new() { HasText = part });
        await status.WaitForAsync();
        return await status.InnerTextAsync();
    }

    public async Task<string> ErrorAsync()
    {
        await Page.Locator("[data-evidence-error]:not([hidden])").WaitForAsync();
        return await Page.Locator("[data-evidence-error]").InnerTextAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Tab.DisposeAsync();
        await Site.DisposeAsync();
        folder.Dispose();
    }
}
