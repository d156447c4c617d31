using NodaTime;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// Where files arrive from the browser, in parts, before anything is known of them. Nothing here is evidence.
/// </summary>
public interface IQuarantine
{
    /// <summary>
    /// A URL that can create this one part until <paramref name="expires"/> (exclusive) where it is not there yet, by
    /// one Put Blob as Azure Blob Storage takes it; and neither replace, lease, describe, read, list nor delete it.
    /// </summary>
    /// <returns>An absolute URL, or on one machine a path of the same server.</returns>
    Task<Uri> OpenAsync(PartKey part, Instant expires, CancellationToken cancellation = default);

    /// <summary>Numbers of the parts that have arrived, whatever is in them, in no particular order.</summary>
    Task<IReadOnlyList<int>> ArrivedAsync(UploadKey upload, CancellationToken cancellation = default);

    /// <summary>
    /// Writes an upload from the server's side, where a browser has no script. Replaces what was there.
    /// </summary>
    Task WriteAsync(UploadParts upload, Stream content, CancellationToken cancellation = default);

    /// <summary>
    /// Reads the whole upload as it stands and tells what it is, or null where a part of it has not arrived. Where one
    /// has another length than it must have, the size that is told is not the declared one and nothing is read.
    /// </summary>
    Task<UploadedContent?> InspectAsync(UploadParts upload, CancellationToken cancellation = default);

    /// <summary>
    /// Takes exactly the content that was inspected into the evidence of the case, under its digest. Safe to repeat;
    /// what is stored under the digest already stays as it is. The upload itself stays until it is discarded.
    /// </summary>
    Task<Admission> AdmitAsync(
        UploadParts upload, UploadedContent content, CancellationToken cancellation = default);

    /// <summary>Removes the parts of an upload. Removing what is not there is a no-op.</summary>
    Task DiscardAsync(UploadParts upload, CancellationToken cancellation = default);

    /// <summary>Removes every upload that was opened before the day, and answers how many there were.</summary>
    Task<int> DiscardBeforeAsync(LocalDate day, CancellationToken cancellation = default);
}
