using Azure.Storage.Sas;
using NodaTime;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>Signs with the account key of the emulator, which knows no identities over plain HTTP.</summary>
internal sealed class EmulatorKeySigner : IBlobSigner
{
    /// <inheritdoc/>
    public Task<Uri> SignAsync(
        SignedBlob blob, BlobSasPermissions permissions, Instant expires, CancellationToken cancellation) =>
        Task.FromResult(blob.Client.GenerateSasUri(blob.Terms(permissions, expires)));
}
