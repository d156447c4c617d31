using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Composition;
using Tedori.Local.Azurite;
using Tedori.Testing.Azurite;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;
using IClock = NodaTime.IClock;

namespace Tedori.BrowserTests.Evidence;

/// <summary>The same script against the Blob service's protocol, on another origin than the page's.</summary>
[Collection(ChromiumGroup.Name)]
public sealed class AzuriteUploadTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Upload_ToAnotherOrigin_IsListedWithItsDigest()
    {
        AzuriteServer.Require();
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton<IClock>(SystemClock.Instance).AddAzureEvidence(azurite.ConnectionString)
            .BuildServiceProvider();
        await using var site = await UploadSite.StartAsync(office => DeskOn(services, office), azurite.BlobEndpoint);
        await services.GetRequiredService<EvidenceContainers>().PrepareEmulatorAsync(site.Address);
        await using var tab = await chromium.OpenAsync(site.Address, Way.Desktop);
        var page = tab.Page;
        var content = SampleFiles.PdfOf(9_000_001);

        await tab.GoAsync(site.Address.AbsolutePath);
        await page.Locator("#evidence-file").SetInputFilesAsync(
            new FilePayload { Name = "就業規則.pdf", MimeType = "application/pdf", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "アップロードする" }).ClickAsync();
        await page.Locator("#evidence-files li").WaitForAsync();

        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal([("就業規則.pdf", digest)], await site.ListedAsync());
        Assert.Empty(site.Puts);
        await using var stored = await services.GetRequiredService<IEvidenceStore>().OpenAsync(
            EvidenceOffice.Case, digest);
        Assert.NotNull(stored);
    }

    private static EvidenceService DeskOn(IServiceProvider services, EvidenceOffice office)
    {
        var (quarantine, clock) = (services.GetRequiredService<IQuarantine>(), SystemClock.Instance);
        var registration = new UploadRegistration(office.Records, quarantine, clock);
        return new EvidenceService(office.Records, office.Office.Cases, registration, quarantine, clock);
    }
}
