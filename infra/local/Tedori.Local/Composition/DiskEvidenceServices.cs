using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Engine.Sqlite;
using Tedori.Local.Data;
using Tedori.Local.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Composition;

/// <summary>Registers the evidence of one machine.</summary>
internal static class DiskEvidenceServices
{
    /// <summary>Adds the three stores on disk and the routes that serve them to browsers.</summary>
    public static IServiceCollection AddDiskEvidence(
        this IServiceCollection services, DataFolder data, Durability durability)
    {
        services.AddSingleton(s => new StoreUrls(StoreKey.Open(data["evidence.key"]), s.GetRequiredService<IClock>()));
        services.AddSingleton(s => new DiskEvidence(
            data["evidence"], s.GetRequiredService<StoreUrls>(), s.GetRequiredService<IClock>(), durability));
        services.AddSingleton(s => new DiskQuarantine(
            data["quarantine"], s.GetRequiredService<DiskEvidence>(), s.GetRequiredService<StoreUrls>(), durability));
        services.AddSingleton<IEvidenceStore>(s => s.GetRequiredService<DiskEvidence>());
        services.AddSingleton<IQuarantine>(s => s.GetRequiredService<DiskQuarantine>());
        services.AddSingleton<ISealedDocuments>(_ => new DiskSealed(data["sealed"], durability));
        services.AddSingleton<StoreRoutes>();
        return services;
    }
}
