using System.Xml.Linq;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Azure.Keys;
using Tedori.Functions.Composition;
using Tedori.Testing.Azurite;

namespace Tedori.Tests.Azure;

[Collection(AzuriteServer.Collection)]
public sealed class KeyRingTests(AzuriteServer azurite)
{
    [Fact]
    public void Encrypt_Element_HidesItAndReadsBack()
    {
        using var services = new ServiceCollection().AddSingleton<IKeyWrapper>(new MemoryKeyWrapper())
            .BuildServiceProvider();
        var secret = new XElement("key", new XElement("value", "秘密"));
        var hidden = new VaultXmlEncryptor(services.GetRequiredService<IKeyWrapper>()).Encrypt(secret);
        Assert.Equal(typeof(VaultXmlDecryptor), hidden.DecryptorType);
        Assert.DoesNotContain("秘密", hidden.EncryptedElement.ToString(), StringComparison.Ordinal);
        Assert.True(XNode.DeepEquals(secret, new VaultXmlDecryptor(services).Decrypt(hidden.EncryptedElement)));
    }

    [Fact]
    public void Decrypt_ChangedElement_Fails()
    {
        using var services = new ServiceCollection().AddSingleton<IKeyWrapper>(new MemoryKeyWrapper())
            .BuildServiceProvider();
        var hidden = new VaultXmlEncryptor(services.GetRequiredService<IKeyWrapper>()).Encrypt(
            new("key", "秘密")).EncryptedElement;
        var bytes = Convert.FromBase64String(hidden.Value);
        bytes[0] ^= 1;
        hidden.Value = Convert.ToBase64String(bytes);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(
            () => new VaultXmlDecryptor(services).Decrypt(hidden));
    }

    [SkippableFact]
    public async Task Protect_OnOneInstance_IsReadOnAnother()
    {
        var blob = await BlobAsync();
        var (one, two) = (new MemoryKeyWrapper(), new MemoryKeyWrapper());
        using var first = Instance(blob, one);
        var token = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("link").Protect("r7-01-00001");
        using var second = Instance(blob, two);
        Assert.Equal("r7-01-00001",
            second.GetRequiredService<IDataProtectionProvider>().CreateProtector("link").Unprotect(token));
        Assert.True(two.Unwrapped > 0);
        Assert.DoesNotContain(
            "masterKey", (await blob.DownloadContentAsync()).Value.Content.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Store_ByManyAtOnce_KeepsAll()
    {
        var blob = await BlobAsync();
        Assert.Empty(new BlobKeyRing(blob).GetAllElements());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(
            () => new BlobKeyRing(blob).StoreElement(new("key", new XAttribute("id", n)), $"key-{n}"))));
        var ids = new BlobKeyRing(blob).GetAllElements().Select(e => (int)e.Attribute("id")!);
        Assert.Equal(Enumerable.Range(0, 8), ids.Order());
    }

    private static ServiceProvider Instance(BlockBlobClient blob, IKeyWrapper wrapper) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(wrapper)
        .AddKeyRing(blob)
        .BuildServiceProvider();

    private async Task<BlockBlobClient> BlobAsync()
    {
        var service = new BlobServiceClient(
            azurite.ConnectionString, new BlobClientOptions(EvidenceContainers.Protocol));
        var container = service.GetBlobContainerClient($"keys-{Guid.NewGuid():n}");
        await container.CreateAsync();
        return container.GetBlockBlobClient("ring.xml");
    }
}
