namespace Tedori.Workflows.Evidence;

/// <summary>A file that an evidence store holds, for comparing it with receipts.</summary>
/// <param name="Sha256">The digest it is stored under, 64 lower-case hexadecimal digits.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record StoredFile(string Sha256, long Size);
