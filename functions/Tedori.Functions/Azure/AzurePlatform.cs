using Azure.Core;
using Azure.Core.Serialization;
using Azure.Identity;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SendGrid;
using Tedori.Functions.Azure.Beacon;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Azure.Keys;
using Tedori.Functions.Azure.Mail;
using Tedori.Functions.Azure.Settings;
using Tedori.Functions.Azure.SignIn;
using Tedori.Functions.Azure.Telemetry;
using Tedori.Functions.Http;
using Tedori.Functions.Schedules;
using Tedori.Functions.Staff;
using Tedori.Functions.Warmth;
using Tedori.Pages;
using Tedori.Programme.Programmes;
using Tedori.Programme.Serialization;
using Tedori.Workflows;
using Tedori.Workflows.Beacon;
using Tedori.Workflows.Hints;
using Tedori.Workflows.Listings;
using Tedori.Workflows.Mail;

namespace Tedori.Functions.Azure;

/// <summary>
/// The whole system on Azure: its stores, its mail, its keys, and the code that runs on one machine too.
/// </summary>
internal static class AzurePlatform
{
    /// <summary>Adds it, under the managed identity of the settings.</summary>
    public static IServiceCollection AddAzurePlatform(this IServiceCollection services, TedoriSettings settings) =>
        services.AddAzurePlatform(
            settings, new ManagedIdentityCredential(
                ManagedIdentityId.FromUserAssignedClientId(settings.IdentityClientId)));

    /// <summary>Adds it, under this identity.</summary>
    public static IServiceCollection AddAzurePlatform(
        this IServiceCollection services, TedoriSettings settings, TokenCredential credential)
    {
        services.AddSingleton(settings);
        // First, so that what starts after it is heard.
        services.AddTelemetry(settings, credential);
        // Durable payloads are written by the worker's serializer: the same options as on one machine.
        services.Configure<WorkerOptions>(o => o.Serializer = new JsonObjectSerializer(TedoriJson.Options));
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(new EditionShelf(EditionReader.R7()));
        services.AddScoped<DurableClientSlot>();
        services.AddScoped<IHints, DurableHints>();
        services.AddAzureRecords(settings.RecordsEndpoint, credential);
        services.AddAzureEvidence(settings.EvidenceEndpoint, credential);
        services.AddKeyRing(settings.KeyRing, credential);
        services.AddSendGridMail(settings.Mail);
        services.AddDrand(settings.BeaconRelays);
        services.AddSingleton(new PublicAddress(
            settings.PublicUrl, settings.EvidenceEndpoint.GetLeftPart(UriPartial.Authority)));
        services.AddSingleton<IStaffSignIn>(
            settings.StaffSignIn == StaffSignIn.Entra
                ? new EasyAuthSignIn(settings.Authenticates)
                : new NobodySignedIn());
        services.AddSingleton<IScannerSignIn>(new EventGridSignIn(settings.Authenticates));
        services.AddSingleton(new DirectoryMirror(reload: Duration.FromMinutes(1)));
        services.AddHostedService<ClosedDaysWatch>();
        services.AddSingleton<Rehearsal>();
        services.AddHostedService<WarmUp>();
        return services.AddWorkflows().AddDoor().AddStaff().AddPages();
    }

    private static void AddDrand(this IServiceCollection services, IReadOnlyList<Uri> relays)
    {
        services.AddSingleton(new DrandOptions { Relays = relays });
        services.AddSingleton(_ => new HttpClient());
        services.AddSingleton<IBeacon, DrandBeacon>();
        services.AddSingleton<ISealingSecrets, RandomSecrets>();
    }

    private static void AddSendGridMail(this IServiceCollection services, MailSettings mail)
    {
        services.AddSingleton(mail.EventsKey);
        services.AddSingleton<ISendGridClient>(_ => new SendGridClient(mail.ApiKey));
        services.AddSingleton<IMail>(s => new SendGridMail(
            s.GetRequiredService<ISendGridClient>(), mail, MailPipeline.Build(TimeSpan.FromSeconds(1))));
    }
}
