using Tedori.Local.Azurite;
using Tedori.Testing.Azurite;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

/// <summary>The Azurite that all task hubs of these tests are kept in.</summary>
public sealed class HubEmulator : IAsyncLifetime
{
    private AzuriteProcess? process;

    /// <summary>Where it cannot be started, this skips the test.</summary>
    public string ConnectionString
    {
        get
        {
            AzuriteServer.Require();
            return process!.ConnectionString;
        }
    }

    public async Task InitializeAsync()
    {
        if (AzuriteServer.Missing is null)
            process = await AzuriteProcess.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await AzureStorageBackend.WhenStoppedAsync();
        if (process is not null)
            await process.DisposeAsync();
    }
}
