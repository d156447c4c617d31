namespace Tedori.Programme.Evidence;

/// <summary>One file of a filing (証拠書類) as its receipt lists it.</summary>
/// <param name="Name">Name the company gave it.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the content, 64 lower-case hexadecimal digits; also its key in the store.</param>
/// <param name="Slot">
/// Which document of the form it is: the name of its field, for example <c>document-2</c>; null where nobody said.
/// </param>
public sealed record EvidenceFile(string Name, long Size, string Sha256, string? Slot = null)
{
    /// <summary>
    /// Whether it is the same content as the same document: one content may be two documents of a form, and is then a file
    /// of each.
    /// </summary>
    public bool IsSameAs(string sha256, string? slot) => Sha256 == sha256 && Slot == slot;
}
