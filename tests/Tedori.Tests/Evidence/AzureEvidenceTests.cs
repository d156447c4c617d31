using System.Web;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;
using NodaTime.Testing;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Composition;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>
/// What the emulator cannot do: signing with the app's own identity, and what is refused at the start.
/// </summary>
public sealed class AzureEvidenceTests
{
    private static readonly Uri Endpoint = new("https://tedorievidence.blob.core.windows.net");
    private readonly FakeClock clock = new(Instant.FromUtc(2025, 6, 10, 1, 0));
    private readonly Mock<BlobServiceClient> service = new();

    public AzureEvidenceTests() => service
        .Setup(s => s.GetUserDelegationKeyAsync(
            It.IsAny<DateTimeOffset?>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((DateTimeOffset? starts, DateTimeOffset expires, CancellationToken _) => Response.FromValue(
            BlobsModelFactory.UserDelegationKey(
                "object", "tenant", starts!.Value, expires, "b", "2023-01-03", Convert.ToBase64String(new byte[32])),
            Mock.Of<Response>()));

    [Fact]
    public async Task Sign_WithTheAppsIdentity_BoundsTheUrl()
    {
        using var signer = new UserDelegationSigner(service.Object, clock);
        var url = await SignAsync(signer, BlobSasPermissions.Create, Duration.FromMinutes(10));
        var query = HttpUtility.ParseQueryString(url.Query);
        Assert.Equal(
            ("c", "b", "https", "2025-06-10T01:10:00Z"), (query["sp"], query["sr"], query["spr"], query["se"]));
        Assert.Equal(("object", "tenant"), (query["skoid"], query["sktid"]));
        Assert.StartsWith(
            $"{Endpoint}quarantine/2025-06-10/r7-01-00001/0001?", url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ManyUrls_AsksForOneKeyUntilItEnds()
    {
        using var signer = new UserDelegationSigner(service.Object, clock);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => Task.Run(() => SignAsync(signer, BlobSasPermissions.Create, Duration.FromMinutes(10)))));
        Asked(1);
        clock.Advance(Duration.FromHours(5));
        await SignAsync(signer, BlobSasPermissions.Read, Duration.FromMinutes(10));
        Asked(1);
        clock.Advance(Duration.FromMinutes(21));
        await SignAsync(signer, BlobSasPermissions.Read, Duration.FromMinutes(10));
        Asked(2);
    }

    [Fact]
    public async Task Sign_LongerThanAnyKey_IsRefused()
    {
        using var signer = new UserDelegationSigner(service.Object, clock);
        await Assert.ThrowsAsync<ArgumentException>(
            () => SignAsync(signer, BlobSasPermissions.Read, Duration.FromDays(2)));
    }

    [Fact]
    public async Task Sign_AServiceThatFails_IsAskedAgain()
    {
        service.SetupSequence(s => s.GetUserDelegationKeyAsync(
            It.IsAny<DateTimeOffset?>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new RequestFailedException(503, "busy"))
            .ReturnsAsync(Response.FromValue(
                BlobsModelFactory.UserDelegationKey(
                    "object", "tenant", clock.GetCurrentInstant().ToDateTimeOffset(),
                    (clock.GetCurrentInstant() + Duration.FromHours(6)).ToDateTimeOffset(),
                    "b", "2023-01-03", Convert.ToBase64String(new byte[32])),
                Mock.Of<Response>()));
        using var signer = new UserDelegationSigner(service.Object, clock);
        await Assert.ThrowsAsync<RequestFailedException>(
            () => SignAsync(signer, BlobSasPermissions.Read, Duration.FromMinutes(1)));
        Assert.NotNull(await SignAsync(signer, BlobSasPermissions.Read, Duration.FromMinutes(1)));
    }

    [Fact]
    public void Add_AccountKeyOfARealAccount_IsRefused() => Assert.Throws<ArgumentException>(
        () => new ServiceCollection().AddAzureEvidence(
            $"DefaultEndpointsProtocol=https;AccountName=tedori;AccountKey={Convert.ToBase64String(new byte[64])}"));

    [Fact]
    public void Add_EndpointWithoutTls_IsRefused() => Assert.Throws<ArgumentException>(
        () => new ServiceCollection().AddAzureEvidence(
            new Uri("http://tedori.blob.core.windows.net"), Mock.Of<TokenCredential>()));

    [Fact]
    public async Task Add_WithAnIdentity_GivesEveryPort()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IClock>(clock)
            .AddAzureEvidence(Endpoint, Mock.Of<TokenCredential>())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        Assert.NotNull(services.GetRequiredService<IEvidenceStore>());
        Assert.NotNull(services.GetRequiredService<IQuarantine>());
        Assert.NotNull(services.GetRequiredService<ISealedDocuments>());
        Assert.Single(services.GetServices<Microsoft.Extensions.Hosting.IHostedService>());
    }

    private Task<Uri> SignAsync(UserDelegationSigner signer, BlobSasPermissions permissions, Duration life)
    {
        var blob = new BlobClient(new Uri(Endpoint, "quarantine/2025-06-10/r7-01-00001/0001"));
        return signer.SignAsync(new(blob), permissions, clock.GetCurrentInstant() + life, CancellationToken.None);
    }

    private void Asked(int times) => service.Verify(
        s => s.GetUserDelegationKeyAsync(
            It.IsAny<DateTimeOffset?>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()),
        Times.Exactly(times));
}
