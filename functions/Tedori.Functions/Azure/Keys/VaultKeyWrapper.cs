using System.Buffers.Text;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Polly;

namespace Tedori.Functions.Azure.Keys;

/// <summary>Wraps keys in Azure Key Vault, over its REST interface: two calls are no reason for a package.</summary>
/// <param name="http">Calls the vault.</param>
/// <param name="key">The key, without a version: https://{vault}/keys/{name}.</param>
/// <param name="credential">An identity that may wrap and unwrap with it.</param>
/// <param name="pipeline">Rides out what passes in seconds.</param>
internal sealed class VaultKeyWrapper(
    HttpClient http, Uri key, TokenCredential credential,
    ResiliencePipeline<HttpResponseMessage> pipeline) : IKeyWrapper
{
    private const string Algorithm = "RSA-OAEP-256";
    private const string Version = "7.4";
    private static readonly TokenRequestContext Scope = new(["https://vault.azure.net/.default"]);

    public WrappedKey Wrap(byte[] plain) => Call(key.AbsoluteUri.TrimEnd('/'), "wrapkey", plain);

    public byte[] Unwrap(WrappedKey wrapped)
    {
        // The id comes from the key ring: a token must go to no other place.
        if (!wrapped.KeyId.StartsWith(key.AbsoluteUri.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("The key ring was wrapped by another key than the settings name.");
        return Call(wrapped.KeyId, "unwrapkey", wrapped.Value).Value;
    }

    private WrappedKey Call(string keyId, string operation, byte[] value)
    {
        using var response = pipeline.Execute(cancellation =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{keyId}/{operation}?api-version={Version}");
            request.Headers.Authorization = new("Bearer", credential.GetToken(Scope, cancellation).Token);
            request.Content = JsonContent.Create(new Dictionary<string, string>
            {
                ["alg"] = Algorithm,
                ["value"] = Base64Url.EncodeToString(value),
            });
            return http.Send(request, cancellation);
        });
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"Key Vault answered {(int)response.StatusCode} to {operation}: check the key and the role.");
        using var json = JsonDocument.Parse(response.Content.ReadAsStream());
        return new(
            json.RootElement.GetProperty("kid").GetString()!,
            Base64Url.DecodeFromChars(json.RootElement.GetProperty("value").GetString()));
    }
}
