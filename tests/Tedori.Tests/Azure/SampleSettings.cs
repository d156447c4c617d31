using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Tedori.Functions.Settings;

namespace Tedori.Tests.Azure;

/// <summary>App settings as the Bicep would set them, of an app that does not exist.</summary>
internal static class SampleSettings
{
    public static readonly IReadOnlyDictionary<string, string?> All = new Dictionary<string, string?>
    {
        [SettingNames.RecordsEndpoint] = "https://records.table.core.windows.net",
        [SettingNames.EvidenceEndpoint] = "https://evidence.blob.core.windows.net/",
        [SettingNames.KeyRingBlob] = "https://records.blob.core.windows.net/keys/ring.xml",
        [SettingNames.KeyVaultKey] = "https://vault.vault.azure.net/keys/links",
        [SettingNames.SendGridKey] = "SG.secret",
        [SettingNames.MailEventsKey] = PublicKey(ECCurve.NamedCurves.nistP256),
        [SettingNames.MailSender] = "office@tedori.example",
        [SettingNames.MailSenderName] = "奨励金事務局",
        [SettingNames.PublicUrl] = "https://tedori.example",
        [SettingNames.BeaconRelays] = "https://api.drand.sh, https://drand.cloudflare.com",
        [SettingNames.StaffSignIn] = "entra",
        [SettingNames.PlatformAuthenticates] = "True",
        [SettingNames.IdentityClientId] = "00000000-0000-0000-0000-000000000001",
        [SettingNames.ApplicationInsights] =
            "InstrumentationKey=00000000-0000-0000-0000-000000000002;IngestionEndpoint=https://127.0.0.1:9/",
        [SettingNames.OtlpEndpoint] = "http://127.0.0.1:4317",
    };

    public static TedoriSettings Read() => SettingsReader.Read(With("", null));

    public static IConfiguration With(string name, string? value) => new ConfigurationBuilder()
        .AddInMemoryCollection(All.Where(s => s.Key != name).Append(new(name, value)).Where(s => s.Key.Length > 0))
        .Build();

    public static string PublicKey(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}
