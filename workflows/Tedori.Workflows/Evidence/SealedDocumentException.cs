namespace Tedori.Workflows.Evidence;

/// <summary>A document with other content is sealed under the name. It was not changed.</summary>
public sealed class SealedDocumentException(string name)
    : InvalidOperationException($"Another document is sealed as '{name}', and what is sealed is never changed.");
