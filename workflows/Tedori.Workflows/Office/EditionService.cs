using Tedori.Programme.Editions;
using Tedori.Workflows.Editions;

namespace Tedori.Workflows.Office;

/// <summary>
/// Brings the catalog up to the programme files as they are now, and to those that were served before: the record keeps
/// them, so that the cases of a year whose file is gone or broken go on. Safe to repeat, in every process.
/// </summary>
public sealed class EditionService(EditionCatalog catalog, EditionSources sources, EditionArchive archive)
{
    /// <summary>Reads the files and serves what holds; faults stand in the catalog and hide no other file.</summary>
    public async Task ApplyAsync(CancellationToken cancellation = default)
    {
        var given = await sources.ReadAsync(cancellation);
        var kept = await archive.AllAsync(cancellation);
        var gone = EditionSet.Read(kept.Where(k => !given.Texts.ContainsKey(k.Key))
            .Select(k => new EditionText($"{k.Key} of the record", k.Value)));
        foreach (var edition in given.Editions)
        {
            var text = given.Texts[edition.Id];
            if (kept.GetValueOrDefault(edition.Id) != text)
                await archive.KeepAsync(edition, text, cancellation);
        }

        catalog.Serve(
            given.Editions.Concat(gone.Editions), [.. given.Faults, .. gone.Faults, .. gone.Editions.Select(Gone)]);
    }

    private static string Gone(Edition edition) =>
        $"No programme file of '{edition.Id}' is given any more that holds: it is served as the record has it.";
}
