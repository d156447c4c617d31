using Microsoft.Extensions.Configuration;
using Tedori.Functions.Mail;
using Names = Tedori.Functions.Azure.Settings.SettingNames;

namespace Tedori.Functions.Azure.Settings;

/// <summary>Reads the app settings and finds every fault of them at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private static readonly Uri Nowhere = new("https://invalid.invalid");
    private readonly List<string> faults = [];

    /// <summary>Reads them.</summary>
    /// <exception cref="SettingsException">One or more are missing or wrong.</exception>
    public static TedoriSettings Read(IConfiguration configuration) => new SettingsReader(configuration).Read();

    private TedoriSettings Read()
    {
        var settings = new TedoriSettings
        {
            RecordsEndpoint = Endpoint(Names.RecordsEndpoint),
            EvidenceEndpoint = Endpoint(Names.EvidenceEndpoint),
            KeyRing = new(
                Path(Names.KeyRingBlob, 2, "a container and a blob"),
                Path(Names.KeyVaultKey, 2, "keys and the name of a key")),
            Mail = new(Secret(Names.SendGridKey), EventsKey(), Sender(), Text(Names.MailSenderName)),
            PublicUrl = Endpoint(Names.PublicUrl),
            BeaconRelays = Relays(),
            StaffSignIn = SignIn(),
            Authenticates = bool.TryParse(configuration[Names.PlatformAuthenticates], out var on) && on,
            IdentityClientId = Text(Names.IdentityClientId),
            ApplicationInsights = configuration[Names.ApplicationInsights] is { Length: > 0 } insights
                ? Insights(insights)
                : null,
            OtlpEndpoint = configuration[Names.OtlpEndpoint] is { Length: > 0 } otlp ? Otlp(otlp) : null,
        };
        return faults.Count == 0 ? settings : throw new SettingsException(faults);
    }

    private string Text(string name)
    {
        if (configuration[name] is { } value && !string.IsNullOrWhiteSpace(value))
            return value.Trim();
        faults.Add(Missing(name));
        return "";
    }

    private static string Missing(string name) => $"The setting {name} is missing.";

    // What Key Vault could not resolve stays as it was written, and would be sent to the mail server as the key.
    private string Secret(string name)
    {
        var value = Text(name);
        if (value.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase))
            faults.Add(
                $"The setting {name} is a reference to Key Vault that was not resolved: "
                + "check the identity and the secret.");
        return value;
    }

    private Uri Endpoint(string name) => Web(name, Text(name), uri => uri.AbsolutePath == "/", "without a path");

    private Uri Path(string name, int segments, string what) =>
        Web(name, Text(name), uri => uri.Segments.Count(s => s != "/") >= segments, $"with {what}");

    private IReadOnlyList<Uri> Relays() =>
        [.. Text(Names.BeaconRelays).Split(',', StringSplitOptions.TrimEntries)
            .Select(relay => Web(Names.BeaconRelays, relay, _ => true, "each, with commas between several"))];

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

    private string Sender()
    {
        var value = Text(Names.MailSender);
        if (value.Length > 0
            && (value.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || value.Any(char.IsWhiteSpace)))
            faults.Add($"The setting {Names.MailSender} is not an e-mail address.");
        return value;
    }

    private MailEventsKey EventsKey()
    {
        var value = Text(Names.MailEventsKey);
        if (!MailEventsKey.TryParse(value, out var key) && value.Length > 0)
            faults.Add($"The setting {Names.MailEventsKey} is not a P-256 public key in base64.");
        return key;
    }

    private StaffSignIn SignIn()
    {
        var value = Text(Names.StaffSignIn);
        if (value.Length > 0 && value is not ("entra" or "closed"))
            faults.Add($"The setting {Names.StaffSignIn} is neither 'entra' nor 'closed'.");
        return value == "entra" ? Settings.StaffSignIn.Entra : Settings.StaffSignIn.Closed;
    }
}
