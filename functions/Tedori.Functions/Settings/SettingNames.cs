using static Tedori.Functions.Settings.SettingReader;

namespace Tedori.Functions.Settings;

/// <summary>
/// Every app setting there is: what is not listed here is neither read by the code nor set by the Bicep, and what is
/// for a developer's machine alone is listed apart. Endpoints are
/// reached with the managed identity, so none of them carries a key. <c>FUNCTIONS_WORKER_RUNTIME</c> is missing on
/// purpose: Flex Consumption takes the runtime from <c>functionAppConfig</c> and refuses it as a setting.
/// </summary>
public static class SettingNames
{
    /// <summary>
    /// Table endpoint of the storage account of the records, an https URI. On a developer's machine also an http URI
    /// of Azurite's account, or a connection string such as <c>UseDevelopmentStorage=true</c>.
    /// </summary>
    public const string RecordsEndpoint = "TEDORI_RECORDS_ENDPOINT";

    /// <summary>Blob endpoint of the storage account of the evidence, as <see cref="RecordsEndpoint"/>.</summary>
    public const string EvidenceEndpoint = "TEDORI_EVIDENCE_ENDPOINT";

    /// <summary>The blob that holds the key ring of links and sessions: an https URI with container and name.</summary>
    public const string KeyRingBlob = "TEDORI_KEY_RING_BLOB";

    /// <summary>
    /// The Key Vault key that wraps the key ring, an https URI without a version so that it can be rotated.
    /// </summary>
    public const string KeyVaultKey = "TEDORI_KEY_VAULT_KEY";

    /// <summary>API key of SendGrid.</summary>
    public const string SendGridKey = "TEDORI_SENDGRID_KEY";

    /// <summary>Public key of SendGrid's event webhook: base64 of its SubjectPublicKeyInfo.</summary>
    public const string MailEventsKey = "TEDORI_MAIL_EVENTS_KEY";

    /// <summary>
    /// Domain of the addresses by which companies answer, whose MX record leads to SendGrid; absent, answers go to the
    /// office of the programme file.
    /// </summary>
    public const string InboundDomain = "TEDORI_INBOUND_DOMAIN";

    /// <summary>Public key of SendGrid's Inbound Parse: base64 of its SubjectPublicKeyInfo; needed with the domain.</summary>
    public const string InboundKey = "TEDORI_INBOUND_KEY";

    /// <summary>Address that mails come from.</summary>
    public const string MailSender = "TEDORI_MAIL_SENDER";

    /// <summary>Name that mails come from.</summary>
    public const string MailSenderName = "TEDORI_MAIL_SENDER_NAME";

    /// <summary>
    /// <c>on</c> where SendGrid's account has Email Activity and the key may read it: it is then asked about mails whose
    /// hand-over was not answered. Absent, only its reports are waited for.
    /// </summary>
    public const string MailActivity = "TEDORI_MAIL_ACTIVITY";

    /// <summary>Most mails a minute of each process, spread evenly; absent, all leave at once.</summary>
    public const string MailPerMinute = "TEDORI_MAIL_PER_MINUTE";

    /// <summary>Most mails a day to one address of each process; absent, 50.</summary>
    public const string MailPerAddress = "TEDORI_MAIL_PER_ADDRESS";

    /// <summary>Address that mails about alarms go to; absent, that of the office in the programme file.</summary>
    public const string AlarmMail = "TEDORI_ALARM_MAIL";

    /// <summary>
    /// One address to which all mails go instead of to whom they are meant for, for trials with real data; absent, none does.
    /// The mails say for whom they are meant, and the console says on every page that it is so.
    /// </summary>
    public const string MailTo = "TEDORI_MAIL_TO";

    /// <summary>Where the public reaches the app, an https URI; links in mails begin with it.</summary>
    public const string PublicUrl = "TEDORI_PUBLIC_URL";

    /// <summary>
    /// Relays of the drand beacon: https URIs with commas between them; <c>simulated</c> on a developer's machine.
    /// </summary>
    public const string BeaconRelays = "TEDORI_BEACON_RELAYS";

    /// <summary>
    /// How staff sign in: <c>entra</c> where Easy Auth stands before the app, <c>closed</c> where nobody can,
    /// <c>development</c> on a developer's machine, where whoever comes may be any of six made-up members.
    /// </summary>
    public const string StaffSignIn = "TEDORI_STAFF_SIGN_IN";

    /// <summary>
    /// A folder with programme files, or <c>container:NAME</c> for a container beside the evidence: they are served
    /// beside the programmes that come with the product, and read again every half minute. A relative path begins where
    /// the project lies.
    /// </summary>
    public const string Editions = "TEDORI_EDITIONS";

    /// <summary>
    /// File of the Japanese TrueType font that PDFs embed; a relative path begins where the program lies, so that a font
    /// deployed with it is <c>Fonts/NAME.ttf</c>. Absent, that of the machine; where there is none, no PDF is offered.
    /// </summary>
    public const string PdfFont = "TEDORI_PDF_FONT";

    /// <summary>Client id of the user-assigned managed identity.</summary>
    public const string IdentityClientId = "AZURE_CLIENT_ID";

    /// <summary>
    /// Where telemetry goes as OTLP, as every OpenTelemetry exporter reads it; absent, nowhere.
    /// </summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Connection string of Application Insights, where telemetry of host and worker goes; absent, none does and no
    /// alarm sounds.
    /// </summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>
    /// Whether Easy Auth is switched on. App Service sets it by itself, so the Bicep does not and it is not in the
    /// list.
    /// </summary>
    public const string PlatformAuthenticates = "WEBSITE_AUTH_ENABLED";

    /// <summary>
    /// A folder that holds the key ring, instead of blob and vault. A relative path begins where the project lies.
    /// </summary>
    public const string KeyRingFolder = "TEDORI_KEY_RING_FOLDER";

    /// <summary>A folder that mails are written to instead of being sent.</summary>
    public const string MailFolder = "TEDORI_MAIL_FOLDER";

    /// <summary>A server on this machine that speaks SendGrid's <c>POST /v3/mail/send</c>.</summary>
    public const string MailHost = "TEDORI_MAIL_HOST";

    /// <summary>
    /// A file with the Japanese time at which the app's clock stood when the file was written, such as
    /// <c>2026-12-04T17:01</c>; where it is absent the clock is right.
    /// </summary>
    public const string ClockFile = "TEDORI_CLOCK_FILE";

    /// <summary>Where the app runs, as the Functions tools say; settings for development need Development.</summary>
    public const string FunctionsEnvironment = "AZURE_FUNCTIONS_ENVIRONMENT";

    /// <summary>Where the app runs, as any .NET host says; read where the Functions tools say nothing.</summary>
    public const string DotnetEnvironment = "DOTNET_ENVIRONMENT";

    /// <summary>Set by App Service on each of its machines, none of which is a developer's.</summary>
    public const string PlatformInstance = "WEBSITE_INSTANCE_ID";

    /// <summary>
    /// Settings of a developer's machine: refused outside Development and off loopback, so the Bicep sets none.
    /// </summary>
    public static readonly IReadOnlyList<string> Development =
        [KeyRingFolder, MailFolder, MailHost, ClockFile];

    /// <summary>What the surroundings say by themselves; nobody sets it as an app setting.</summary>
    public static readonly IReadOnlyList<string> Surroundings =
        [PlatformAuthenticates, PlatformInstance, FunctionsEnvironment, DotnetEnvironment];

    /// <summary>All that the Bicep sets.</summary>
    public static readonly IReadOnlyList<SettingName> All =
    [
        new(RecordsEndpoint, App),
        new(EvidenceEndpoint, App),
        new(KeyRingBlob, App),
        new(KeyVaultKey, App),
        new(SendGridKey, App, Secret: true),
        new(MailEventsKey, App),
        new(MailSender, App),
        new(MailSenderName, App),
        new(PublicUrl, App),
        new(BeaconRelays, App),
        new(StaffSignIn, App),
        new(InboundDomain, App, Required: false),
        new(InboundKey, App, Required: false),
        new(MailActivity, App, Required: false),
        new(MailPerMinute, App, Required: false),
        new(MailPerAddress, App, Required: false),
        new(AlarmMail, App, Required: false),
        new(MailTo, App, Required: false),
        new(Editions, App, Required: false),
        new(PdfFont, App, Required: false),
        new(IdentityClientId, App),
        new(OtlpEndpoint, App, Required: false),
        new(ApplicationInsights, App, Required: false),
        new("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", Host, Required: false),
        new("AzureWebJobsStorage__accountName", Host),
        new("AzureWebJobsStorage__credential", Host),
        new("AzureWebJobsStorage__clientId", Host),
        // Without it the host answers the root with a page of its own.
        new("AzureWebJobsDisableHomepage", Host),
        // Easy Auth proves itself to Entra ID with the managed identity instead of a client secret.
        new("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", Host, Required: false),
    ];
}

/// <summary>One app setting, as the Bicep has to set it.</summary>
/// <param name="Name">The name of the app setting; two underscores stand for a colon, as everywhere in .NET.</param>
/// <param name="Reader">Who reads it.</param>
/// <param name="Required">Whether the app does not start, or does not run rightly, without it.</param>
/// <param name="Secret">Whether it has to be a reference to Key Vault and never the value itself.</param>
public sealed record SettingName(string Name, SettingReader Reader, bool Required = true, bool Secret = false);

/// <summary>Who reads an app setting.</summary>
public enum SettingReader
{
    /// <summary>Our code, through <see cref="TedoriSettings"/>.</summary>
    App,

    /// <summary>The platform: the Functions host, one of its extensions, Easy Auth.</summary>
    Host,
}
