using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Engine.Sqlite;
using Tedori.Local.Composition;
using Tedori.Local.Data;
using Tedori.Local.Evidence;
using Tedori.Testing.Data;
using Tedori.Workflows.Evidence;

namespace Tedori.Testing.Evidence;

/// <summary>The stores on disk with the routes that serve them, on a server of their own.</summary>
internal sealed class DiskStores : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DataFolder data;
    private readonly ServiceProvider services;
    private readonly WebApplication app;

    private DiskStores(IClock clock, TimeProvider time)
    {
        data = DataFolder.Open(folder.Path);
        services = new ServiceCollection().AddSingleton(clock).AddSingleton(time).AddDiskEvidence(data, Durability.Full)
            .BuildServiceProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        app = builder.Build();
        services.GetRequiredService<StoreRoutes>().Map(app);
    }

    public string Folder => folder.Path;

    public DiskQuarantine Quarantine => services.GetRequiredService<DiskQuarantine>();

    public EvidenceStores Stores { get; private set; } = null!;

    public static async Task<DiskStores> StartAsync(IClock? clock = null, TimeProvider? time = null)
    {
        var stores = new DiskStores(clock ?? SystemClock.Instance, time ?? TimeProvider.System);
        await stores.app.StartAsync();
        stores.Stores = new(
            stores.services.GetRequiredService<IEvidenceStore>(), stores.Quarantine,
            stores.services.GetRequiredService<ISealedDocuments>(), new(stores.app.Urls.Single()));
        return stores;
    }

    /// <summary>Every file there is, by its path in the data folder.</summary>
    public IReadOnlyList<string> Files() =>
    [
        .. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Where(f => f is not ("lock" or "tedori.json"))
            .Order(StringComparer.Ordinal),
    ];

    public async ValueTask DisposeAsync()
    {
        Stores?.Dispose();
        await app.DisposeAsync();
        await services.DisposeAsync();
        data.Dispose();
        folder.Dispose();
    }
}
