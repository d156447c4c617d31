using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Composition;
using Tedori.Functions.Editions;
using Tedori.Functions.Settings;
using Tedori.Testing.Azurite;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Tests.Azure;
using Tedori.Tests.Development;
using Tedori.Workflows.Editions;

namespace Tedori.Tests.Editions;

/// <summary>Programme files in a folder or a container that a setting names.</summary>
[Collection(AzuriteServer.Collection)]
public sealed class EditionSourceTests(AzuriteServer azurite) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeLogger<EditionCatalog> log = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Folder_Files_AreItsProgrammeFilesInOrderOfName()
    {
        File.WriteAllText(folder["b.json"], "b");
        File.WriteAllText(folder["a.json"], "a");
        File.WriteAllText(folder["notes.txt"], "not a programme");

        Assert.Equal([("a.json", "a"), ("b.json", "b")], await NamesAsync(new FolderEditions(folder.Path)));
    }

    [Fact]
    public async Task Folder_AFileThatIsNamed_IsReadUnderItsName()
    {
        File.WriteAllText(folder["a.json"], "a");

        Assert.Equal([(folder["a.json"], "a")], await NamesAsync(new FolderEditions(folder["a.json"])));
    }

    [Fact]
    public async Task Folder_ThatIsNotThere_IsNamedWithWhatToDo()
    {
        var failure = await Assert.ThrowsAsync<EditionPlaceException>(
            () => new FolderEditions(folder["absent"]).ReadAsync());

        Assert.Contains(folder["absent"], failure.Message, StringComparison.Ordinal);
        Assert.Contains("tedori programme --opens-today", failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Container_Blobs_AreItsProgrammeFiles()
    {
        AzuriteServer.Require();
        var container = new BlobServiceClient(azurite.ConnectionString, new(EvidenceContainers.Protocol))
            .GetBlobContainerClient($"editions-{Guid.NewGuid():n}");
        var source = new ContainerEditions(container);
        var absent = await Assert.ThrowsAsync<EditionPlaceException>(() => source.ReadAsync());
        Assert.Contains("is not there", absent.Message, StringComparison.Ordinal);

        await container.CreateAsync();
        await container.UploadBlobAsync("r8.json", BinaryData.FromString(Years.R8Text));
        await container.UploadBlobAsync("notes.txt", BinaryData.FromString("not a programme"));

        Assert.Equal([("r8.json", Years.R8Text)], await NamesAsync(source));
    }

    [Theory]
    [InlineData("editions", true)]
    [InlineData("container:editions", false)]
    public void Setting_OnAzure_NamesAFolderOrAContainer(string value, bool ofFolder)
    {
        var place = SettingsReader.Read(SampleSettings.With(SettingNames.Editions, value)).Editions!;

        Assert.Equal(ofFolder, place.Folder is not null);
        Assert.Equal(ofFolder ? null : "editions", place.Container);
    }

    [Fact]
    public async Task Start_OnAzureWithABadFile_ServesTheOthersAndTellsEveryFault()
    {
        WriteGoodAndBad();
        var settings = SettingsReader.Read(SampleSettings.With(SettingNames.Editions, folder.Path));
        await using var services = Compose(settings);

        await services.ReadEditionsAsync(settings);

        Assert.Equal(["r7", "r8"], services.GetRequiredService<EditionCatalog>().All.Select(e => e.Id));
        Assert.Equal(11, log.Collector.GetSnapshot().Count(r => r.Level == LogLevel.Critical));
    }

    [Fact]
    public async Task Start_OfADeveloperWithBadFiles_IsRefusedWithAllFaultsAtOnce()
    {
        WriteGoodAndBad();
        var settings = ExampleSettings.Read((SettingNames.Editions, folder.Path));
        await using var services = Compose(settings);

        var failure = await Assert.ThrowsAsync<SettingsException>(() => services.ReadEditionsAsync(settings));

        Assert.Equal(11, failure.Faults.Count);
        Assert.All(failure.Faults, f => Assert.StartsWith(SettingNames.Editions, f, StringComparison.Ordinal));
    }

    private void WriteGoodAndBad()
    {
        File.WriteAllText(folder["a.json"], "{ ");
        File.WriteAllText(
            folder["b.json"], Years.R8Text.Replace("\"places\": 140", "\"places\": 0", StringComparison.Ordinal));
        File.WriteAllText(folder["c.json"], Years.R8Text);
    }

    private ServiceProvider Compose(TedoriSettings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILogger<EditionCatalog>>(log);
        return services.AddEditions(settings).BuildServiceProvider();
    }

    private static async Task<IEnumerable<(string, string)>> NamesAsync(IEditionSource source) =>
        (await source.ReadAsync()).Select(f => (f.Name, f.Text));
}
