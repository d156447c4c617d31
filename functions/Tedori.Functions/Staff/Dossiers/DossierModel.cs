using Tedori.Programme.Editions;
using Tedori.Workflows.CaseFiles;

namespace Tedori.Functions.Staff.Dossiers;

/// <summary>What the summary of a dossier shows.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="Folder">Everything that the record holds.</param>
/// <param name="Held">Digests of the files that the store holds.</param>
public sealed record DossierModel(Edition Edition, CaseFile Folder, IReadOnlySet<string> Held);
