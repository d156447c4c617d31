using Azure;
using Azure.Storage.Blobs;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Settings;
using Tedori.Programme.Editions;

namespace Tedori.Functions.Development;

/// <summary>
/// Reads the programme files that a developer serves beside the product's own, and finds every fault of all of them at
/// once.
/// </summary>
internal static class EditionFiles
{
    private const string Setting = SettingNames.Editions;

    /// <summary>Reads them; none where the settings name none.</summary>
    /// <exception cref="SettingsException">There is no such place, or a file in it does not hold.</exception>
    public static async Task<IReadOnlyList<Edition>> ReadAsync(
        DevelopmentSettings settings, CancellationToken cancellation = default)
    {
        if (settings.EditionsFolder is { } folder)
            return Check(await FolderAsync(folder, cancellation), folder);
        return settings.EditionsContainer is { } container
            ? Check(await ContainerAsync(settings, container, cancellation), container)
            : [];
    }

    private static List<Edition> Check(IReadOnlyList<(string Name, string Text)> files, string place)
    {
        if (files.Count == 0)
            throw Nothing(place, "in which no .json file lies");
        var faults = new List<string>();
        var taken = new Dictionary<string, string> { [EditionReader.R7().Id] = "the programme of the product" };
        var editions = new List<Edition>();
        foreach (var (name, text) in files)
        {
            switch (EditionReader.Read(text))
            {
                case EditionReading.Invalid invalid:
                    faults.AddRange(invalid.Faults.Select(f => $"The programme file '{name}' has a fault at {f}"));
                    break;
                case EditionReading.Valid { Edition: var edition } when !taken.TryAdd(edition.Id, $"'{name}'"):
                    faults.Add(
                        $"The programme file '{name}' has the id '{edition.Id}' of {taken[edition.Id]}: give another.");
                    break;
                case EditionReading.Valid { Edition: var edition }:
                    editions.Add(edition);
                    break;
            }
        }

        return faults.Count == 0 ? editions : throw new SettingsException(faults);
    }

    private static async Task<IReadOnlyList<(string, string)>> FolderAsync(
        string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            throw Nothing(folder, "which is not there");
        var files = new List<(string, string)>();
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
            files.Add((Path.GetFileName(file), await File.ReadAllTextAsync(file, cancellation)));
        return files;
    }

    private static async Task<IReadOnlyList<(string, string)>> ContainerAsync(
        DevelopmentSettings settings, string name, CancellationToken cancellation)
    {
        if (settings.EvidenceConnection is not { } connection)
            throw new SettingsException(
                [$"The setting {Setting} names a container, which the evidence on an emulator has beside it: "
                    + $"name a folder, or an emulator in {SettingNames.EvidenceEndpoint}."]);
        var container = new BlobServiceClient(connection, new(EvidenceContainers.Protocol))
            .GetBlobContainerClient(name);
        var files = new List<(string, string)>();
        try
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                if (!blob.Name.EndsWith(".json", StringComparison.Ordinal))
                    continue;
                var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
                files.Add((blob.Name, content.Value.Content.ToString()));
            }
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            throw Nothing(name, "which is not there");
        }

        return files;
    }

    private static SettingsException Nothing(string place, string what) => new(
        [$"The setting {Setting} names '{place}', {what}: write a programme file there, for example with "
            + "'tedori programme --opens-today --out FILE'."]);
}
