using Tedori.Functions.Components.Forms;
using Tedori.Programme;

namespace Tedori.Functions.Applicants;

/// <summary>What every page behind a signed link needs.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Token">Token of its forms.</param>
public sealed record MyFrame(CaseId CaseId, FormToken Token);
