using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Names = Tedori.Functions.Settings.SettingNames;

namespace Tedori.Functions.Settings;

/// <summary>Reads the app settings and finds every fault of them at once.</summary>
internal sealed partial class SettingsReader
{
    private static readonly Uri Nowhere = new("https://invalid.invalid");
    private readonly IConfiguration configuration;
    private readonly List<string> faults = [];
    private readonly DevelopmentReader development;

    private SettingsReader(IConfiguration configuration)
    {
        this.configuration = configuration;
        development = new(configuration, faults);
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="SettingsException">One or more are missing or wrong.</exception>
    public static TedoriSettings Read(IConfiguration configuration) => new SettingsReader(configuration).Read();

    private TedoriSettings Read()
    {
        var records = Store(Names.RecordsEndpoint, "Table", s => new TableServiceClient(s).Uri);
        var evidence = Store(Names.EvidenceEndpoint, "Blob", s => new BlobServiceClient(s).Uri);
        var local = development.Read() with
        {
            RecordsConnection = records.Connection,
            EvidenceConnection = evidence.Connection,
            SimulatedBeacon = IsSimulated(),
        };
        var settings = new TedoriSettings
        {
            RecordsEndpoint = records.Endpoint,
            EvidenceEndpoint = evidence.Endpoint,
            KeyRing = local.KeyRingFolder is null ? KeyRing() : null,
            Mail = Mail(local),
            PublicUrl = Public(),
            BeaconRelays = local.SimulatedBeacon ? [] : Relays(),
            StaffSignIn = SignIn(),
            Editions = EditionsPlace.Read(configuration[Names.Editions]),
            PdfFont = configuration[Names.PdfFont] is { Length: > 0 } font ? font.Trim() : null,
            Authenticates = bool.TryParse(configuration[Names.PlatformAuthenticates], out var on) && on,
            IdentityClientId = NeedsIdentity(local) ? Text(Names.IdentityClientId) : "",
            ApplicationInsights = configuration[Names.ApplicationInsights] is { Length: > 0 } insights
                ? Insights(insights)
                : null,
            OtlpEndpoint = configuration[Names.OtlpEndpoint] is { Length: > 0 } otlp ? Otlp(otlp) : null,
            Development = local,
        };
        development.Gate.CheckPublic(settings.PublicUrl);
        return faults.Count == 0 ? settings : throw new SettingsException(faults);
    }

    private static bool NeedsIdentity(DevelopmentSettings local) =>
        local.RecordsConnection is null || local.EvidenceConnection is null || local.KeyRingFolder is null;

    private string Text(string name)
    {
        if (configuration[name] is { } value && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        faults.Add(Missing(name));
        return "";
    }

    private static string Missing(string name) => $"The setting {name} is missing.";

    private (Uri Endpoint, string? Connection) Store(string name, string service, Func<string, Uri> endpointOf)
    {
        var value = Text(name);
        if (!EmulatorAddress.IsMeant(value))
            return (Endpoint(name, value), null);
        return development.Store(name, value, service, endpointOf) is { } found
            ? (found.Endpoint, found.ConnectionString)
            : (Nowhere, "");
    }

    private KeyRingSettings KeyRing() => new(
        Path(Names.KeyRingBlob, 2, "a container and a blob"),
        Path(Names.KeyVaultKey, 2, "keys and the name of a key"));

    private Uri Public()
    {
        var value = Text(Names.PublicUrl);
        if (!value.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return Endpoint(Names.PublicUrl, value);
        return development.Gate.Admit(Names.PublicUrl, "an http address")
            ? development.Gate.Local(Names.PublicUrl, value) ?? new("http://localhost")
            : new("http://localhost");
    }

    private Uri Endpoint(string name, string value) =>
        Web(name, value, uri => uri.AbsolutePath == "/", "without a path");

    private Uri Path(string name, int segments, string what) =>
        Web(name, Text(name), uri => uri.Segments.Count(s => s != "/") >= segments, $"with {what}");

    private bool IsSimulated() => configuration[Names.BeaconRelays]?.Trim() == "simulated"
        && development.Gate.Admit(Names.BeaconRelays, "'simulated'");

    private IReadOnlyList<Uri> Relays()
    {
        // Refused already.
        if (configuration[Names.BeaconRelays]?.Trim() == "simulated")
            return [];
        return [.. Text(Names.BeaconRelays).Split(',', StringSplitOptions.TrimEntries)
            .Select(relay => Web(Names.BeaconRelays, relay, _ => true, "each, with commas between several"))];
    }

    private Uri Web(string name, string value, Func<Uri, bool> fits, string form)
    {
        if (faults.Contains(Missing(name)))
            return Nowhere;
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            && uri.Query.Length + uri.Fragment.Length + uri.UserInfo.Length == 0 && fits(uri))
            return uri;
        faults.Add($"The setting {name} is not an https address {form}, with neither a key nor a query in it.");
        return Nowhere;
    }

    private Uri? Otlp(string value)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;
        faults.Add($"The setting {Names.OtlpEndpoint} is not an http or https address.");
        return null;
    }

    private string Insights(string value)
    {
        if (!value.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            faults.Add($"The setting {Names.ApplicationInsights} is not a connection string of Application Insights.");
        return value;
    }

    private StaffSignIn SignIn()
    {
        switch (Text(Names.StaffSignIn))
        {
            case "entra":
                return StaffSignIn.Entra;
            case "closed" or "":
                return StaffSignIn.Closed;
            case "development":
                development.Gate.Admit(Names.StaffSignIn, "'development'");
                return StaffSignIn.Development;
            default:
                faults.Add($"The setting {Names.StaffSignIn} is none of 'entra', 'closed' and 'development'.");
                return StaffSignIn.Closed;
        }
    }
}
