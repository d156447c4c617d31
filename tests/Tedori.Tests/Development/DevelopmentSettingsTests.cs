using Tedori.Functions.Settings;
using Tedori.Tests.Azure;

namespace Tedori.Tests.Development;

/// <summary>What holds on a developer's machine holds nowhere else.</summary>
public sealed class DevelopmentSettingsTests
{
    public static TheoryData<string, string> OfADeveloper => new()
    {
        { SettingNames.RecordsEndpoint, "UseDevelopmentStorage=true" },
        { SettingNames.RecordsEndpoint, "http://127.0.0.1:10002/devstoreaccount1" },
        { SettingNames.EvidenceEndpoint, "UseDevelopmentStorage=true" },
        { SettingNames.EvidenceEndpoint, "http://localhost:10000/devstoreaccount1" },
        { SettingNames.KeyRingFolder, "keys" },
        { SettingNames.MailFolder, "mail" },
        { SettingNames.MailHost, "http://127.0.0.1:8025" },
        { SettingNames.ClockFile, "clock.txt" },
        { SettingNames.BeaconRelays, "simulated" },
        { SettingNames.StaffSignIn, "development" },
        { SettingNames.PublicUrl, "http://localhost:7071" },
    };

    [Fact]
    public void Example_Read_HasNothingOfAzure()
    {
        var settings = ExampleSettings.Read();

        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", settings.RecordsEndpoint.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:10000/devstoreaccount1", settings.EvidenceEndpoint.AbsoluteUri);
        Assert.Equal("UseDevelopmentStorage=true", settings.Development.RecordsConnection);
        Assert.Null(settings.KeyRing);
        Assert.Equal(("", StaffSignIn.Development), (settings.IdentityClientId, settings.StaffSignIn));
        Assert.Empty(settings.BeaconRelays);
        Assert.True(settings.Development.SimulatedBeacon);
    }

    [Fact]
    public void Example_RelativePaths_BeginAtTheProjectOrWhereTheProcessRuns() =>
        Assert.All([ExampleSettings.Read().Development.MailFolder, ExampleSettings.Read().Development.ClockFile],
            path => Assert.True(Path.IsPathFullyQualified(path!)));

    [Theory]
    [MemberData(nameof(OfADeveloper))]
    public void Setting_OutsideDevelopment_IsRefusedInOneSentenceThatNamesItAndWhy(string name, string value)
    {
        var failure = Assert.Throws<SettingsException>(() => SettingsReader.Read(SampleSettings.With(name, value)));

        var fault = Assert.Single(failure.Faults);
        Assert.StartsWith($"The setting {name} is ", fault, StringComparison.Ordinal);
        Assert.Contains("for development only", fault, StringComparison.Ordinal);
        Assert.EndsWith(
            "set AZURE_FUNCTIONS_ENVIRONMENT to Development on a machine of your own.", fault,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", null, null, false)]
    [InlineData("", null, null, false)]
    [InlineData(null, null, null, false)]
    [InlineData("Staging", "Development", null, false)]
    [InlineData("Development", null, "0a1b2c", false)]
    [InlineData(null, "Development", "0a1b2c", false)]
    [InlineData("Development", null, null, true)]
    [InlineData("development", "Production", null, true)]
    [InlineData(null, "Development", null, true)]
    public void Example_HoldsInDevelopmentOnly(string? functions, string? dotnet, string? instance, bool holds)
    {
        (string, string?)[] surroundings =
        [
            (SettingNames.FunctionsEnvironment, functions), (SettingNames.DotnetEnvironment, dotnet),
            (SettingNames.PlatformInstance, instance),
        ];
        if (holds)
            Assert.NotNull(ExampleSettings.Read(surroundings));
        else
            Assert.All(
                [.. SettingNames.Development.Where(n => n != SettingNames.MailHost), SettingNames.StaffSignIn],
                name => Assert.Contains(
                    ExampleSettings.FaultsOf(surroundings), f => f.Contains(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("http://records.table.core.windows.net/devstoreaccount1")]
    [InlineData("http://192.168.0.7:10002/devstoreaccount1")]
    [InlineData("http://127.0.0.1.evil.example:10002/devstoreaccount1")]
    [InlineData("http://127.0.0.1:10002/another")]
    [InlineData("http://127.0.0.1:10002")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://10.0.0.1:1/a;BlobEndpoint=http://10.0.0.1:1/a")]
    [InlineData("UseDevelopmentStorage=maybe")]
    public void Store_OffThisMachine_IsRefusedWithoutItsKey(string value)
    {
        foreach (var name in new[] { SettingNames.RecordsEndpoint, SettingNames.EvidenceEndpoint })
        {
            var fault = Assert.Single(ExampleSettings.FaultsOf((name, value)));
            Assert.StartsWith(
                $"The setting {name} is neither an https address nor an emulator on this machine", fault,
                StringComparison.Ordinal);
            Assert.DoesNotContain("c2VjcmV0", fault, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(SettingNames.MailHost, "https://api.sendgrid.com")]
    [InlineData(SettingNames.MailHost, "http://192.168.0.7:8025")]
    [InlineData(SettingNames.MailHost, "localhost:8025")]
    [InlineData(SettingNames.PublicUrl, "http://192.168.0.7:7071")]
    public void Address_OffThisMachine_IsRefused(string name, string value)
    {
        var faults = ExampleSettings.FaultsOf((SettingNames.MailFolder, null), (name, value));

        Assert.Contains(
            $"The setting {name} is not an address of this machine (127.0.0.1, localhost or [::1]), "
            + "and nothing else will do.", faults);
    }

    [Fact]
    public void PublicAddress_OffThisMachine_IsRefusedWithWhateverIsForDevelopment()
    {
        var fault = Assert.Single(ExampleSettings.FaultsOf((SettingNames.PublicUrl, "https://tedori.example")));

        Assert.StartsWith(
            $"The setting {SettingNames.PublicUrl} is not an address of this machine", fault, StringComparison.Ordinal);
        Assert.Contains(SettingNames.StaffSignIn, fault, StringComparison.Ordinal);
        Assert.Contains(SettingNames.ClockFile, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_ToAFolderAndToAHost_IsRefused() => Assert.Equal(
        $"The setting {SettingNames.MailHost} is there beside {SettingNames.MailFolder}: keep one of them.",
        Assert.Single(ExampleSettings.FaultsOf((SettingNames.MailHost, "http://127.0.0.1:8025"))));

    [Fact]
    public void Mail_ToAHostOnThisMachine_NeedsNoKeyOfSendGrid()
    {
        var settings = ExampleSettings.Read(
            (SettingNames.MailFolder, null), (SettingNames.MailHost, "http://127.0.0.1:8025"));

        Assert.Equal("http://127.0.0.1:8025/", settings.Development.MailHost?.AbsoluteUri);
        Assert.Null(settings.Development.MailFolder);
    }

    [Fact]
    public void Store_NamedByItsAddress_IsReachedWithTheEmulatorsKey()
    {
        var settings = ExampleSettings.Read((SettingNames.EvidenceEndpoint, "http://localhost:20000/devstoreaccount1"));

        Assert.Equal("http://localhost:20000/devstoreaccount1", settings.EvidenceEndpoint.AbsoluteUri);
        Assert.StartsWith(
            "AccountName=devstoreaccount1;", settings.Development.EvidenceConnection!, StringComparison.Ordinal);
        Assert.DoesNotContain("AccountKey", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Example_WithoutOneOfAzuresOwn_NamesWhatIsThenMissing() => Assert.Equal(
        [SettingNames.KeyRingBlob, SettingNames.KeyVaultKey, SettingNames.IdentityClientId],
        ExampleSettings.FaultsOf((SettingNames.KeyRingFolder, null)).Select(f => f.Split(' ')[2]));
}
