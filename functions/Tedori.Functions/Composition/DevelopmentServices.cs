using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Functions.Development;
using Tedori.Functions.Operator;
using Tedori.Functions.Settings;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Composition;

/// <summary>Registers what a developer's machine has instead of Azure.</summary>
internal static class DevelopmentServices
{
    private const long Seed = 1;

    /// <summary>The clock: the right one, unless a file moves it.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services, DevelopmentSettings settings)
    {
        services.AddSingleton(OperatorPlaces.OfADeveloper);
        return services.AddSingleton<IClock>(
            settings.ClockFile is { } file ? DevelopmentClock.Open(file) : SystemClock.Instance);
    }

    /// <summary>Keys in a folder, as they are.</summary>
    public static IServiceCollection AddKeyFolder(this IServiceCollection services, string folder)
    {
        services.AddDataProtection().SetApplicationName("tedori").PersistKeysToFileSystem(new(folder));
        return services;
    }

    /// <summary>Mails in a folder.</summary>
    public static IServiceCollection AddFolderMail(
        this IServiceCollection services, string folder, MailSettings mail) =>
        services.AddSingleton<IMail>(s => new FolderMail(folder, mail, s.GetRequiredService<ILogger<FolderMail>>()));

    /// <summary>A beacon whose values everybody knows, at whatever time the clock shows.</summary>
    public static IServiceCollection AddSimulatedBeacon(this IServiceCollection services) =>
        services.AddSingleton<IBeacon>(s => new SeededBeacon(Seed, s.GetRequiredService<IClock>()));
}
