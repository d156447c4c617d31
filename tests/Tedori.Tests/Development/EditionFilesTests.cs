using Azure.Storage.Blobs;
using NodaTime;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Development;
using Tedori.Functions.Settings;
using Tedori.Local.Programmes;
using Tedori.Testing.Azurite;
using Tedori.Testing.Data;

namespace Tedori.Tests.Development;

/// <summary>Programme files that a developer serves beside the product's own.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class EditionFilesTests(AzuriteServer azurite) : IDisposable
{
    private static readonly string Good = ShiftedProgramme.OpenOn(new LocalDate(2026, 11, 30));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Editions_OfNoSetting_AreNone() =>
        Assert.Empty(await EditionFiles.ReadAsync(DevelopmentSettings.None));

    [Fact]
    public async Task Editions_OfAFolder_AreItsProgrammeFiles()
    {
        File.WriteAllText(folder["today.json"], Good);
        File.WriteAllText(folder["later.json"], Good.Replace("\"t8\"", "\"t9\"", StringComparison.Ordinal));
        File.WriteAllText(folder["notes.txt"], "not a programme");

        Assert.Equal(["t9", "t8"], (await ReadAsync()).Select(e => e.Id));
    }

    [Fact]
    public async Task Editions_WithFaults_AreRefusedWithAllFaultsOfAllFilesAtOnce()
    {
        File.WriteAllText(folder["a.json"], "{ ");
        File.WriteAllText(folder["b.json"], Good.Replace("\"places\": 140", "\"places\": 0", StringComparison.Ordinal));
        File.WriteAllText(folder["c.json"], Good.Replace("\"t8\"", "\"r7\"", StringComparison.Ordinal));
        File.WriteAllText(folder["d.json"], Good);
        File.WriteAllText(folder["e.json"], Good);

        var faults = (await Assert.ThrowsAsync<SettingsException>(ReadAsync)).Faults;

        Assert.Equal(
            [1, 10, 1, 1],
            "abce".Select(n => faults.Count(f => f.Contains($"'{n}.json' has ", StringComparison.Ordinal))));
        Assert.Contains(faults, f => f.Contains("rounds[3].places", StringComparison.Ordinal));
        Assert.Contains(
            "The programme file 'c.json' has the id 'r7' of the programme of the product: give another.", faults);
        Assert.Contains("The programme file 'e.json' has the id 't8' of 'd.json': give another.", faults);
    }

    [Theory]
    [InlineData("", "in which no .json file lies")]
    [InlineData("absent", "which is not there")]
    public async Task Editions_OfAPlaceWithoutAny_AreRefusedWithWhatToDo(string below, string why)
    {
        var settings = new DevelopmentSettings { EditionsFolder = folder[below] };
        var failure = await Assert.ThrowsAsync<SettingsException>(() => EditionFiles.ReadAsync(settings));

        var fault = Assert.Single(failure.Faults);
        Assert.Contains(why, fault, StringComparison.Ordinal);
        Assert.Contains("tedori programme --opens-today", fault, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Editions_OfAContainer_AreItsProgrammeFiles()
    {
        AzuriteServer.Require();
        var name = $"editions-{Guid.NewGuid():n}";
        var settings = new DevelopmentSettings
        {
            EvidenceConnection = azurite.ConnectionString,
            EditionsContainer = name,
        };
        var absent = await Assert.ThrowsAsync<SettingsException>(() => EditionFiles.ReadAsync(settings));
        Assert.Contains("which is not there", absent.Message, StringComparison.Ordinal);

        var container = new BlobServiceClient(azurite.ConnectionString, new(EvidenceContainers.Protocol))
            .GetBlobContainerClient(name);
        await container.CreateAsync();
        await container.UploadBlobAsync("today.json", BinaryData.FromString(Good));

        Assert.Equal("t8", Assert.Single(await EditionFiles.ReadAsync(settings)).Id);
    }

    [Fact]
    public async Task Editions_OfAContainerWithoutAnEmulator_AreRefused()
    {
        var settings = new DevelopmentSettings { EditionsContainer = "editions" };
        var failure = await Assert.ThrowsAsync<SettingsException>(() => EditionFiles.ReadAsync(settings));

        Assert.Contains(SettingNames.EvidenceEndpoint, Assert.Single(failure.Faults), StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<Tedori.Programme.Editions.Edition>> ReadAsync() =>
        EditionFiles.ReadAsync(new() { EditionsFolder = folder.Path });
}
