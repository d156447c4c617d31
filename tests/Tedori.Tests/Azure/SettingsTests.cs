using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Moq;
using Tedori.Functions.Settings;

namespace Tedori.Tests.Azure;

public sealed class SettingsTests
{
    [Fact]
    public void Read_AllThere_IsWhatTheySay()
    {
        var settings = SampleSettings.Read();
        Assert.Equal("https://records.table.core.windows.net/", settings.RecordsEndpoint.AbsoluteUri);
        Assert.Equal("https://vault.vault.azure.net/keys/links", settings.KeyRing!.VaultKey.AbsoluteUri);
        Assert.Equal(["api.drand.sh", "drand.cloudflare.com"], settings.BeaconRelays.Select(r => r.Host));
        Assert.Equal((StaffSignIn.Entra, true), (settings.StaffSignIn, settings.Authenticates));
        Assert.Equal(("SG.secret", "office@tedori.example"), (settings.Mail.ApiKey, settings.Mail.Sender));
        Assert.DoesNotContain("SG.secret", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Nothing_NamesEverySettingThatIsMissing()
    {
        var failure = Assert.Throws<SettingsException>(
            () => SettingsReader.Read(new ConfigurationBuilder().Build()));
        var required = SettingNames.All.Where(s => s is { Reader: SettingReader.App, Required: true });
        Assert.Equal(
            required.Select(s => $"The setting {s.Name} is missing.").Order(), failure.Faults.Order());
    }

    [Theory]
    [InlineData(SettingNames.RecordsEndpoint, "http://records.table.core.windows.net")]
    [InlineData(SettingNames.RecordsEndpoint, "https://records.table.core.windows.net/?sv=1&sig=x")]
    [InlineData(SettingNames.RecordsEndpoint, "DefaultEndpointsProtocol=https;AccountKey=x")]
    [InlineData(SettingNames.EvidenceEndpoint, "https://evidence.blob.core.windows.net/evidence")]
    [InlineData(SettingNames.EvidenceEndpoint, " ")]
    [InlineData(SettingNames.KeyRingBlob, "https://records.blob.core.windows.net/keys")]
    [InlineData(SettingNames.KeyVaultKey, "https://vault.vault.azure.net")]
    [InlineData(
        SettingNames.SendGridKey, "@Microsoft.KeyVault(SecretUri=https://vault.vault.azure.net/secrets/sendgrid)")]
    [InlineData(SettingNames.MailEventsKey, "AAAA")]
    [InlineData(SettingNames.MailEventsKey, "not base64")]
    [InlineData(SettingNames.MailSender, "office")]
    [InlineData(SettingNames.MailSender, "a@b@c")]
    [InlineData(SettingNames.AlarmMail, "office")]
    [InlineData(SettingNames.AlarmMail, "a@example.jp, b@example.jp")]
    [InlineData(SettingNames.MailTo, "office")]
    [InlineData(SettingNames.MailTo, "a@example.jp, b@example.jp")]
    [InlineData(SettingNames.PublicUrl, "tedori.example")]
    [InlineData(SettingNames.BeaconRelays, "https://api.drand.sh,")]
    [InlineData(SettingNames.BeaconRelays, "https://api.drand.sh,ftp://x")]
    [InlineData(SettingNames.StaffSignIn, "open")]
    [InlineData(SettingNames.ApplicationInsights, "https://insights.example")]
    [InlineData(SettingNames.OtlpEndpoint, "127.0.0.1:4317")]
    public void Read_OneIsWrong_SaysWhichInOneSentenceWithoutItsValue(string name, string value)
    {
        var failure = Assert.Throws<SettingsException>(() => SettingsReader.Read(SampleSettings.With(name, value)));
        var fault = Assert.Single(failure.Faults);
        Assert.StartsWith($"The setting {name} is ", fault, StringComparison.Ordinal);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("sig=x", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData(" nightwatch@example.jp ", "nightwatch@example.jp")]
    public void Read_WhoHearsOfAlarms_IsTheOfficeUnlessItIsSet(string? value, string? to) =>
        Assert.Equal(to, SettingsReader.Read(SampleSettings.With(SettingNames.AlarmMail, value!)).Mail.AlarmMail);

    [Fact]
    public void Read_KeyOfAnotherCurve_IsWrong() => Assert.Throws<SettingsException>(() => SettingsReader.Read(
        SampleSettings.With(SettingNames.MailEventsKey, SampleSettings.PublicKey(ECCurve.NamedCurves.nistP384))));

    [Fact]
    public void Read_AsksForTheListedSettingsAndNoOthers()
    {
        var asked = new HashSet<string>();
        var configuration = new Mock<IConfiguration>();
        configuration.Setup(c => c[It.IsAny<string>()])
            .Callback((string name) => asked.Add(name))
            .Returns((string name) => SampleSettings.All.GetValueOrDefault(name));
        SettingsReader.Read(configuration.Object);
        var listed = SettingNames.All.Where(s => s.Reader == SettingReader.App).Select(s => s.Name);
        Assert.Equal(listed.Concat(SettingNames.Development).Concat(SettingNames.Surroundings).Order(), asked.Order());
    }

    [Fact]
    public void Names_AllOfThem_AreDistinctAndFitAnAppSetting()
    {
        string[] names = [.. SettingNames.All.Select(s => s.Name), .. SettingNames.Development];
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, n => Assert.Matches("^[A-Za-z][A-Za-z0-9_]*$", n));
    }
}
