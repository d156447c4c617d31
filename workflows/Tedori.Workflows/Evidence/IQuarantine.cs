using NodaTime;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// Where files arrive from the browser before anything is known of them. A name in it belongs to one upload, whose URL
/// may write it again and again while it lasts; nothing here is evidence.
/// </summary>
public interface IQuarantine
{
    /// <summary>
    /// A URL that can write this one upload until <paramref name="expires"/> (exclusive), and neither read nor list nor
    /// delete. It takes what Azure Blob Storage takes: Put Blob, Put Block and Put Block List.
    /// </summary>
    /// <returns>An absolute URL, or on one machine a path of the same server.</returns>
    Task<Uri> OpenAsync(UploadKey key, Instant expires, CancellationToken cancellation = default);

    /// <summary>
    /// Writes an upload from the server's side, where a browser has no script. Replaces what was there.
    /// </summary>
    /// <exception cref="EvidenceTooLargeException">It is too large. Nothing of it was kept.</exception>
    Task WriteAsync(UploadKey key, Stream content, CancellationToken cancellation = default);

    /// <summary>Reads the whole upload as it stands and tells what it is, or null where none has arrived.</summary>
    Task<UploadedContent?> InspectAsync(UploadKey key, CancellationToken cancellation = default);

    /// <summary>
    /// Takes exactly the content that was inspected into the evidence of the case, under its digest. Safe to repeat;
    /// what is stored under the digest already stays as it is. The upload itself stays until it is discarded.
    /// </summary>
    Task<Admission> AdmitAsync(UploadKey key, UploadedContent content, CancellationToken cancellation = default);

    /// <summary>Removes an upload and all that arrived of it. Removing what is not there is a no-op.</summary>
    Task DiscardAsync(UploadKey key, CancellationToken cancellation = default);

    /// <summary>Removes every upload that was opened before the day, and answers how many there were.</summary>
    Task<int> DiscardBeforeAsync(LocalDate day, CancellationToken cancellation = default);
}
