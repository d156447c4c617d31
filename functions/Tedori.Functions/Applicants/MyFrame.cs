using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Programme;

namespace Tedori.Functions.Applicants;

/// <summary>What every page behind a signed link needs.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Token">Token of its forms.</param>
/// <param name="Now">When it is shown.</param>
/// <param name="SessionEnds">When the session ends unless it is used, exclusive.</param>
public sealed record MyFrame(CaseId CaseId, FormToken Token, Instant Now, Instant SessionEnds);
