using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Evidence;

namespace Tedori.Workflows.Evidence;

/// <summary>Where the files of filings are kept, by case and digest. What is stored is never changed.</summary>
public interface IEvidenceStore
{
    /// <summary>
    /// Stores a file and answers with its size and digest once it is durable. Storing it again is a no-op.
    /// </summary>
    /// <exception cref="EvidenceTooLargeException">
    /// It has more than <see cref="EvidenceLimits.MostBytes"/>. Nothing of it was kept.
    /// </exception>
    Task<EvidenceFile> PutAsync(CaseId caseId, string name, Stream content, CancellationToken cancellation = default);

    /// <summary>Opens a stored file for reading, or null where the case has none with this digest.</summary>
    /// <exception cref="ArgumentException">The digest is not 64 lower-case hexadecimal digits.</exception>
    Task<Stream?> OpenAsync(CaseId caseId, string sha256, CancellationToken cancellation = default);

    /// <summary>
    /// A link that reads this one file and nothing else until it expires. The browser saves it under its name and never
    /// shows it as a page. Anybody who holds the link can read: give it to staff only, after the access was recorded.
    /// </summary>
    /// <param name="caseId">The case it belongs to.</param>
    /// <param name="file">The file as its receipt lists it.</param>
    /// <param name="life">How long the link works; a few minutes.</param>
    /// <param name="cancellation">Stops waiting for the store.</param>
    /// <returns>An absolute URL, or on one machine a path of the same server.</returns>
    Task<Uri> LinkAsync(CaseId caseId, EvidenceFile file, Duration life, CancellationToken cancellation = default);

    /// <summary>All that the store holds of a case, listed on a receipt or not, in no particular order.</summary>
    IAsyncEnumerable<StoredFile> ListAsync(CaseId caseId, CancellationToken cancellation = default);
}
