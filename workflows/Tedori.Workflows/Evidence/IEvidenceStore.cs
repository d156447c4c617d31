using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;

namespace Tedori.Workflows.Evidence;

/// <summary>Where the files of filings are kept, by case and digest. What is stored is never changed.</summary>
public interface IEvidenceStore
{
    /// <summary>Stores a file and answers with its size and digest once it is durable. Storing it again is a no-op.</summary>
    Task<EvidenceFile> PutAsync(CaseId caseId, string name, Stream content, CancellationToken cancellation = default);

    /// <summary>Opens a stored file for reading, or null where the case has none with this digest.</summary>
    Task<Stream?> OpenAsync(CaseId caseId, string sha256, CancellationToken cancellation = default);
}
