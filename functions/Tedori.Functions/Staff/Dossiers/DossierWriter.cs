using System.Globalization;
using System.IO.Compression;
using Tedori.Functions.Components;
using Tedori.Functions.Http;
using Tedori.Programme.Editions;
using Tedori.Programme.Evidence;
using Tedori.Programme.Serialization;
using Tedori.Workflows.CaseFiles;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Staff.Dossiers;

/// <summary>
/// Writes everything that the record holds of a case as one ZIP: to read, to compute with, and to check.
/// </summary>
public sealed class DossierWriter(IEvidenceStore store, PageRenderer pages)
{
    private const int LongestName = 80;

    /// <summary>Writes it to a stream that need not seek. The same record gives the same bytes.</summary>
    public async Task WriteAsync(Edition edition, CaseFile folder, Stream target, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        await using var sink = new DrainedStream(target);
        await using (var archive = await ZipArchive.CreateAsync(
            sink, ZipArchiveMode.Create, leaveOpen: true, null, cancellation))
            await WriteAsync(edition, folder, new DossierZip(archive, sink, folder.Events[^1].Event.At), cancellation);
        await sink.DrainAsync(cancellation);
    }

    private async Task WriteAsync(Edition edition, CaseFile folder, DossierZip zip, CancellationToken cancellation)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var stored in store.ListAsync(folder.State.Id, cancellation))
            held.Add(stored.Sha256);
        var model = new DossierModel(edition, folder, held);
        await zip.AddAsync(
            "summary.html", await pages.RenderAsync<DossierPage>(new() { ["Model"] = model }), cancellation);
        await AddRecordAsync(zip, folder, cancellation);
        var missing = await AddFilesAsync(zip, folder, cancellation);
        var manifest = new DossierManifest(
            folder.State.Id.ToString(), folder.Snapshot.Events, folder.Snapshot.Hash, folder.ChainFault is null,
            folder.ChainFault,
            [.. zip.Entries], missing,
            [.. folder.AllFiles.Select(f => f.Sha256).Where(folder.IsMalicious)]);
        await zip.AddAsync("manifest.json", TedoriJson.Write(manifest), cancellation);
    }

    private static async Task AddRecordAsync(DossierZip zip, CaseFile folder, CancellationToken cancellation)
    {
        // The event's own text, so that whoever has the file can compute the chain again.
        var events = folder.Events.Select(e => $"{{\"number\":{e.Number},\"hash\":\"{e.Hash}\",\"event\":{e.Text}}}");
        await zip.AddAsync("events.json", $"[{string.Join(",\n", events)}]", cancellation);
        await zip.AddAsync("state.json", TedoriJson.Write(folder.State), cancellation);
        await zip.AddAsync("notices.json", TedoriJson.Write(new { folder.Sent, folder.Pending }), cancellation);
        await zip.AddAsync("refused-filings.json", TedoriJson.Write(folder.Attempts), cancellation);
        await zip.AddAsync(
            "office.json", TedoriJson.Write(new { folder.Assignment, folder.Notes, folder.Ticks }), cancellation);
    }

    private async Task<List<string>> AddFilesAsync(DossierZip zip, CaseFile folder, CancellationToken cancellation)
    {
        var (missing, number) = (new List<string>(), 0);
        foreach (var file in folder.AllFiles)
        {
            number++;
            // The ZIP is opened by whoever receives it: what the scanner found stays in the store.
            if (folder.IsMalicious(file.Sha256))
                continue;
            await using var content = await store.OpenAsync(folder.State.Id, file.Sha256, cancellation);
            if (content is null)
                missing.Add(file.Sha256);
            else
                await zip.AddAsync(PathOf(number, file), content, file, cancellation);
        }

        return missing;
    }

    private static string PathOf(int number, EvidenceFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"files/{number:000}-{FileName.InPath(file.Name, LongestName)}");
}

/// <summary>The last file of a dossier: everything else in it, by digest.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="LastEvent">Number of the last event.</param>
/// <param name="LastHash">Hash of the last event.</param>
/// <param name="ChainIntact">Whether every event follows the one before unchanged.</param>
/// <param name="ChainFault">What is wrong with the chain, or null.</param>
/// <param name="Entries">All other files of the dossier in order.</param>
/// <param name="Missing">Digests of files that filings list and the store does not hold.</param>
/// <param name="Withheld">Digests of files that were left out because the virus scanner found something in them.</param>
public sealed record DossierManifest(
    string CaseId, int LastEvent, string LastHash, bool ChainIntact, string? ChainFault,
    IReadOnlyList<DossierEntry> Entries,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Withheld);
