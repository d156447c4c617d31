using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using NodaTime;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>
/// Signs with a key that the service gives to the app's own identity: no account key exists anywhere. One key serves
/// for hours and is renewed before a URL could outlive it.
/// </summary>
internal sealed class UserDelegationSigner(BlobServiceClient service, IClock clock) : IBlobSigner, IDisposable
{
    private static readonly Duration KeyLife = Duration.FromHours(6);
    private static readonly Duration Margin = Duration.FromMinutes(30);
    private static readonly Duration ClockSkew = Duration.FromMinutes(15);

    private readonly SemaphoreSlim gate = new(1, 1);
    private UserDelegationKey? cached;

    /// <inheritdoc/>
    public async Task<Uri> SignAsync(
        SignedBlob blob, BlobSasPermissions permissions, Instant expires, CancellationToken cancellation)
    {
        var key = await KeyAsync(expires, cancellation);
        var query = blob.Terms(permissions, expires).ToSasQueryParameters(key, blob.Client.AccountName);
        return new BlobUriBuilder(blob.Client.Uri) { Sas = query }.ToUri();
    }

    public void Dispose() => gate.Dispose();

    private async Task<UserDelegationKey> KeyAsync(Instant until, CancellationToken cancellation)
    {
        if (Serves(until) is { } ready)
            return ready;
        await gate.WaitAsync(cancellation);
        try
        {
            if (Serves(until) is { } meanwhile)
                return meanwhile;
            var now = clock.GetCurrentInstant();
            var key = await service.GetUserDelegationKeyAsync(
                (now - ClockSkew).ToDateTimeOffset(), (now + KeyLife).ToDateTimeOffset(), cancellation);
            cached = key.Value;
            return Serves(until)
                ?? throw new ArgumentException("No key lasts as long as the URL is to.", nameof(until));
        }
        finally
        {
            gate.Release();
        }
    }

    private UserDelegationKey? Serves(Instant until) =>
        cached is { } key && Instant.FromDateTimeOffset(key.SignedExpiresOn) >= until + Margin ? key : null;
}
