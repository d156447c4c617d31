using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Moq;
using Tedori.Functions.Azure.Keys;

namespace Tedori.Tests.Azure;

public sealed class VaultKeyWrapperTests : IDisposable
{
    private const string Key = "https://vault.vault.azure.net/keys/links";
    private readonly FakeVault vault = new();
    private readonly VaultKeyWrapper wrapper;

    public VaultKeyWrapperTests()
    {
        var credential = new Mock<TokenCredential>();
        credential
            .Setup(c => c.GetToken(
                It.Is<TokenRequestContext>(t => t.Scopes.Single() == "https://vault.azure.net/.default"),
                It.IsAny<CancellationToken>()))
            .Returns(new AccessToken("token", DateTimeOffset.MaxValue));
        wrapper = new(
            new HttpClient(vault), new Uri(Key), credential.Object, VaultPipeline.Build(TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void Wrap_ThenUnwrap_GivesTheKeyBack()
    {
        byte[] key = [1, 2, 3];
        var wrapped = wrapper.Wrap(key);
        Assert.Equal($"{Key}/v1", wrapped.KeyId);
        Assert.Equal(key, wrapper.Unwrap(wrapped));
        Assert.Equal([$"{Key}/wrapkey?api-version=7.4", $"{Key}/v1/unwrapkey?api-version=7.4"], vault.Asked);
    }

    [Fact]
    public void Unwrap_AfterARotation_AsksForTheVersionThatWrapped()
    {
        var wrapped = wrapper.Wrap([1]);
        vault.Version = "v2";
        Assert.Equal(new byte[] { 1 }, wrapper.Unwrap(wrapped));
        Assert.Equal($"{Key}/v2", wrapper.Wrap([1]).KeyId);
    }

    [Theory]
    [InlineData("https://evil.example/keys/links/v1")]
    [InlineData("https://vault.vault.azure.net/keys/other/v1")]
    [InlineData("https://vault.vault.azure.net/keys/links.evil/v1")]
    public void Unwrap_KeyOfSomebodyElse_IsRefusedBeforeAnybodyIsAsked(string id)
    {
        Assert.Throws<InvalidOperationException>(() => wrapper.Unwrap(new(id, [1])));
        Assert.Empty(vault.Asked);
    }

    [Fact]
    public void Wrap_VaultBusy_TriesAgain()
    {
        vault.Failures.Enqueue(HttpStatusCode.TooManyRequests);
        vault.Failures.Enqueue(HttpStatusCode.ServiceUnavailable);
        Assert.Equal($"{Key}/v1", wrapper.Wrap([1]).KeyId);
        Assert.Equal(3, vault.Asked.Count);
    }

    [Fact]
    public void Wrap_Forbidden_SaysWhatToCheck()
    {
        vault.Failures.Enqueue(HttpStatusCode.Forbidden);
        var failure = Assert.Throws<InvalidOperationException>(() => wrapper.Wrap([1]));
        Assert.Equal("Key Vault answered 403 to wrapkey: check the key and the role.", failure.Message);
    }

    public void Dispose() => vault.Dispose();

    /// <summary>Key Vault's two operations over a key of its own for each version.</summary>
    private sealed class FakeVault : HttpMessageHandler
    {
        private readonly Dictionary<string, RSA> keys = [];

        public string Version { get; set; } = "v1";

        public List<string> Asked { get; } = [];

        public Queue<HttpStatusCode> Failures { get; } = [];

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("Bearer token", request.Headers.Authorization!.ToString());
            Asked.Add(request.RequestUri!.AbsoluteUri);
            if (Failures.TryDequeue(out var status))
                return new(status);
            var body = JsonNode.Parse(request.Content!.ReadAsStream(cancellationToken))!;
            Assert.Equal("RSA-OAEP-256", (string?)body["alg"]);
            var value = Base64Url.DecodeFromChars((string)body["value"]!);
            var wraps = request.RequestUri.AbsolutePath.EndsWith("/wrapkey", StringComparison.Ordinal);
            var version = wraps ? Version : request.RequestUri.Segments[^2].TrimEnd('/');
            var answer = wraps
                ? KeyOf(version).Encrypt(value, RSAEncryptionPadding.OaepSHA256)
                : KeyOf(version).Decrypt(value, RSAEncryptionPadding.OaepSHA256);
            var json = new JsonObject { ["kid"] = $"{Key}/{version}", ["value"] = Base64Url.EncodeToString(answer) };
            return new(HttpStatusCode.OK) { Content = new StringContent(json.ToJsonString()) };
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException("The key ring does not wait.");

        protected override void Dispose(bool disposing)
        {
            foreach (var key in keys.Values)
                key.Dispose();
            base.Dispose(disposing);
        }

        private RSA KeyOf(string version) =>
            keys.TryGetValue(version, out var key) ? key : keys[version] = RSA.Create(2048);
    }
}
