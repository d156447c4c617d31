namespace Tedori.Workflows.Evidence;

/// <summary>
/// Documents that are never changed once written: lists of rounds, dossiers. Names are parts of 1 to 100 characters
/// from <c>a-z 0-9 . _ -</c> that begin with a letter or digit, with <c>/</c> between them, for example
/// <c>rounds/r7-07/list.json</c>.
/// </summary>
public interface ISealedDocuments
{
    /// <summary>Writes a document and answers with its SHA-256 once it is durable. The same again is a no-op.</summary>
    /// <exception cref="SealedDocumentException">Another document has this name. It stays as it is.</exception>
    /// <exception cref="ArgumentException">It is no such name.</exception>
    Task<string> PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>Opens a document for reading, or null where none has this name.</summary>
    /// <exception cref="ArgumentException">It is no such name.</exception>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellation = default);
}
