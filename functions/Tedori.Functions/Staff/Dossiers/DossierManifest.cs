namespace Tedori.Functions.Staff.Dossiers;

/// <summary>The last file of a dossier: everything else in it, by digest.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="LastEvent">Number of the last event.</param>
/// <param name="LastHash">Hash of the last event.</param>
/// <param name="ChainIntact">Whether every event follows the one before unchanged.</param>
/// <param name="ChainFault">What is wrong with the chain, or null.</param>
/// <param name="Entries">All other files of the dossier in order.</param>
/// <param name="Missing">Digests of files that filings list and the store does not hold.</param>
public sealed record DossierManifest(
    string CaseId, int LastEvent, string LastHash, bool ChainIntact, string? ChainFault,
    IReadOnlyList<DossierEntry> Entries,
    IReadOnlyList<string> Missing);
