using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Editions;
using Tedori.Functions.Settings;
using Tedori.Programme.Editions;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Composition;

/// <summary>Registers the programmes of the product and where further ones lie, and reads them at the start.</summary>
internal static class EditionServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddEditions(this IServiceCollection services, TedoriSettings settings)
    {
        services.AddSingleton(new EditionCatalog(EditionSet.Read(EditionReader.OfProduct).Editions));
        return services.AddSingleton(s => settings.Editions switch
        {
            { Folder: { } folder } => new EditionSources(new ProductEditions(), new FolderEditions(folder)),
            { Container: { } name } => new EditionSources(new ProductEditions(), new ContainerEditions(
                s.GetRequiredService<EvidenceContainers>().Service.GetBlobContainerClient(name))),
            _ => new EditionSources(new ProductEditions()),
        });
    }

    /// <summary>
    /// Reads them for the first time. On a developer's machine a fault ends the start; elsewhere one bad file must not
    /// take the other years down, so it is told, and what holds is served.
    /// </summary>
    /// <exception cref="SettingsException">On a developer's machine, with every fault of every file.</exception>
    public static async Task ReadEditionsAsync(
        this IServiceProvider services, TedoriSettings settings, CancellationToken cancellation = default)
    {
        var set = await services.GetRequiredService<EditionSources>().ReadAsync(cancellation);
        if (set.Faults.Count > 0 && settings.Development.IsOn)
            throw new SettingsException([.. set.Faults.Select(f => $"{SettingNames.Editions}: {f}")]);
        services.GetRequiredService<EditionCatalog>().Serve(set.Editions, set.Faults);
        foreach (var fault in set.Faults)
            services.GetRequiredService<ILogger<EditionCatalog>>().LogCritical("{Fault}", fault);
    }
}
