using Azure.Core;
using Azure.Core.Serialization;
using Azure.Identity;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SendGrid;
using Tedori.Functions.Azure.Beacon;
using Tedori.Functions.Azure.Mail;
using Tedori.Functions.Azure.SignIn;
using Tedori.Functions.Composition.Startup;
using Tedori.Functions.Development;
using Tedori.Functions.Http;
using Tedori.Functions.Inbound;
using Tedori.Functions.Schedules;
using Tedori.Functions.Settings;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Alarms;
using Tedori.Workflows.Composition;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Composition;

/// <summary>
/// The whole system on Azure: its stores, its mail, its keys, and the code that runs on one machine too.
/// </summary>
internal static class AzurePlatform
{
    /// <summary>Adds it, under the managed identity of the settings if it reaches anything of Azure.</summary>
    public static IServiceCollection AddAzurePlatform(
        this IServiceCollection services, TedoriSettings settings) =>
        services.AddAzurePlatform(
            settings, settings.IdentityClientId is { Length: > 0 } id
                ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
                : null);

    /// <summary>Adds it, under this identity.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="settings">What the app settings say.</param>
    /// <param name="credential">The identity; null where a developer's machine has everything.</param>
    public static IServiceCollection AddAzurePlatform(
        this IServiceCollection services, TedoriSettings settings, TokenCredential? credential)
    {
        services.AddSingleton(settings);
        // First, so that what starts after it is heard.
        services.AddTelemetry(settings, credential);
        // Durable payloads are written by the worker's serializer: the same options as on one machine.
        services.Configure<WorkerOptions>(o => o.Serializer = new JsonObjectSerializer(TedoriJson.Options));
        services.AddClock(settings.Development);
        services.AddEditions(settings);
        services.AddScoped<DurableClientAccessor>();
        services.AddSingleton(new HintPatience(TimeProvider.System));
        services.AddScoped<IHints, DurableHints>();
        services.AddStores(settings, credential);
        services.AddMail(settings.Mail, settings.Development);
        services.AddBeacon(settings);
        services.AddSingleton(new PublicAddress(
            settings.PublicUrl, settings.EvidenceEndpoint.GetLeftPart(UriPartial.Authority)));
        services.AddSingleton(s => SignInOf(s, settings));
        services.AddSingleton<IScannerSignIn>(new EventGridSignIn(settings.Authenticates));
        services.AddSingleton(new VirusScanning(Expected: settings.Authenticates));
        services.AddSingleton(new DirectoryMirror(reload: Duration.FromMinutes(1)));
        services.AddHostedService<StartGuard>();
        services.AddHostedService<EditionWatch>();
        services.AddHostedService<ClosedDaysWatch>();
        services.AddHostedService<DisruptionsWatch>();
        services.AddSingleton<Rehearsal>();
        services.AddHostedService<WarmUp>();
        return services.AddWorkflows().AddRequests().AddStaff().AddPages(settings.PdfFont);
    }

    private static void AddStores(
        this IServiceCollection services, TedoriSettings settings, TokenCredential? credential)
    {
        var local = settings.Development;
        if (local.RecordsConnection is { } records)
            services.AddAzureRecords(records);
        else
            services.AddAzureRecords(settings.RecordsEndpoint, credential!);
        if (local.EvidenceConnection is { } evidence)
            services.AddAzureEvidence(evidence).AddHostedService<EmulatorPreparation>();
        else
            services.AddAzureEvidence(settings.EvidenceEndpoint, credential!);
        if (settings.KeyRing is { } ring)
            services.AddKeyRing(ring, credential!);
        else
            services.AddKeyFolder(local.KeyRingFolder!);
    }

    private static IStaffSignIn SignInOf(IServiceProvider services, TedoriSettings settings) =>
        settings.StaffSignIn switch
        {
            StaffSignIn.Entra => new EasyAuthSignIn(settings.Authenticates),
            StaffSignIn.Development => DevelopmentSignIn.From(services),
            _ => new NobodySignedIn(),
        };

    private static void AddBeacon(this IServiceCollection services, TedoriSettings settings)
    {
        services.AddSingleton<ISealingSecrets, RandomSecrets>();
        if (settings.Development.SimulatedBeacon)
        {
            services.AddSimulatedBeacon();
            return;
        }

        services.AddSingleton(new DrandOptions { Relays = settings.BeaconRelays });
        services.AddSingleton(_ => new HttpClient());
        services.AddSingleton<IBeacon, DrandBeacon>();
    }

    private static void AddMail(this IServiceCollection services, MailSettings mail, DevelopmentSettings local)
    {
        services.AddSingleton(mail.EventsKey);
        services.AddSingleton(new InboundKey(mail.InboundKey));
        services.AddSingleton(new InboundSettings(mail.InboundDomain, mail.Sender));
        services.AddSingleton(new MailPace(mail.PerMinute, mail.PerAddress));
        services.AddSingleton(new AlarmSettings(mail.AlarmMail));
        services.AddSingleton(mail.Diversion);
        if (local.MailFolder is { } folder)
        {
            services.AddFolderMail(folder, mail);
            return;
        }

        services.AddSingleton<ISendGridClient>(
            _ => new SendGridClient(mail.ApiKey, local.MailHost?.GetLeftPart(UriPartial.Authority)));
        services.AddSingleton<IMail>(s => new SendGridMail(
            s.GetRequiredService<ISendGridClient>(), mail, MailPipeline.Build(TimeSpan.FromSeconds(1))));
    }
}
