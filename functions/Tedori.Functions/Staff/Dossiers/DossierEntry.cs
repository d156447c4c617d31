namespace Tedori.Functions.Staff.Dossiers;

/// <summary>One file of a dossier in its manifest.</summary>
/// <param name="Path">Path in the ZIP.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Digest of what the ZIP holds.</param>
/// <param name="Listed">Digest that the filing's receipt lists, or null for what the dossier itself is made of.</param>
/// <param name="Matches">Whether both are the same, or null where nothing is listed.</param>
/// <param name="Name">The name that the company gave it, or null for what the dossier itself is made of.</param>
public sealed record DossierEntry(
    string Path, long Size, string Sha256, string? Listed, bool? Matches, string? Name = null);
