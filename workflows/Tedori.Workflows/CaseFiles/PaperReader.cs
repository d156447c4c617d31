using System.Text.Json;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Filings;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Evidence;

namespace Tedori.Workflows.CaseFiles;

/// <summary>Reads what a company stated in its filings from the files that keep it.</summary>
public sealed class PaperReader(IEvidenceStore store)
{
    // A paper has some hundred short texts; a larger file of this name is the company's own.
    private const long MostBytes = 1024 * 1024;

    /// <summary>
    /// The papers of all filings of a case, by digest. What is no paper although it has the name is left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, FilingPaper>> ReadAsync(
        CaseFile folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var papers = new Dictionary<string, FilingPaper>(StringComparer.Ordinal);
        var files = folder.Filings.SelectMany(f => f.Filing.Files);
        foreach (var file in files.Where(f => f.Name == FilingPaper.FileName && f.Size <= MostBytes).DistinctBy(
            f => f.Sha256))
        {
            await using var content = await store.OpenAsync(folder.State.Id, file.Sha256, cancellation);
            if (content is not null && await PaperAsync(content, cancellation) is { } paper)
                papers[file.Sha256] = paper;
        }

        return papers;
    }

    /// <summary>What was stated in a filing; null where it came by post and was not typed.</summary>
    public async Task<FilingPaper?> ReadAsync(CaseId id, Filing filing, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filing);
        if (filing.Files.FirstOrDefault(f => f.Name == FilingPaper.FileName && f.Size <= MostBytes) is not { } file)
            return null;
        await using var content = await store.OpenAsync(id, file.Sha256, cancellation);
        return content is null ? null : await PaperAsync(content, cancellation);
    }

    private static async Task<FilingPaper?> PaperAsync(Stream content, CancellationToken cancellation)
    {
        using var reader = new StreamReader(content);
        try
        {
            return TedoriJson.Read<FilingPaper>(await reader.ReadToEndAsync(cancellation));
        }
        catch (JsonException)
        {
            // A company may have sent a file of this name; it is still in the list of files.
            return null;
        }
    }
}
