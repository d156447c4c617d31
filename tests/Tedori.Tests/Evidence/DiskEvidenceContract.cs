using Tedori.Testing.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>The contract on disk, as <c>serve</c> serves it.</summary>
public sealed class DiskEvidenceContract : EvidenceContract
{
    private DiskStores disk = null!;

    private protected override EvidenceStores Stores => disk.Stores;

    public override async Task InitializeAsync() => disk = await DiskStores.StartAsync();

    public override async Task DisposeAsync() => await disk.DisposeAsync();
}
