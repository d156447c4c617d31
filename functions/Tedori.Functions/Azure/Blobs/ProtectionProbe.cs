using Azure.Storage.Blobs;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>Asks the service what protects the containers that are never changed.</summary>
public sealed class ProtectionProbe(EvidenceContainers containers)
{
    /// <summary>The protection of the containers for evidence and sealed documents.</summary>
    /// <exception cref="global::Azure.RequestFailedException">
    /// The service does not answer, or a container is absent.
    /// </exception>
    public async Task<IReadOnlyList<ContainerProtection>> ReadAsync(CancellationToken cancellation = default) =>
        [await ReadAsync(containers.Evidence, cancellation), await ReadAsync(containers.Sealed, cancellation)];

    private static async Task<ContainerProtection> ReadAsync(
        BlobContainerClient container, CancellationToken cancellation)
    {
        var properties = (await container.GetPropertiesAsync(cancellationToken: cancellation)).Value;
        return new(
            container.Name,
            properties.HasImmutabilityPolicy == true || properties.HasLegalHold == true,
            properties.HasImmutableStorageWithVersioning);
    }
}

/// <summary>What protects a container, as far as the data plane shows it.</summary>
/// <param name="Container">Name of the container.</param>
/// <param name="Immutable">Whether a time-based policy or a legal hold forbids changes.</param>
/// <param name="Versioned">Whether versions are kept and protected one by one; versioning alone is not shown.</param>
public sealed record ContainerProtection(string Container, bool Immutable, bool Versioned)
{
    /// <summary>Whether what lies in it cannot be changed or removed by anybody, ourselves included.</summary>
    public bool Protected => Immutable || Versioned;
}
