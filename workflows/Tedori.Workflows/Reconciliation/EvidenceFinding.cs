using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Reconciliation;

/// <summary>
/// Something that a reconciliation found to differ from the record. Storage format; names no file of a company.
/// </summary>
/// <param name="Code">
/// <c>missing</c>, <c>sizeDiffers</c>, <c>digestDiffers</c>, <c>chainBroken</c> or <c>unreadable</c>.
/// </param>
/// <param name="CaseId">The case.</param>
/// <param name="Event">
/// Number of the event that lists the file, or at which the chain breaks; of the last that can be read before one that
/// cannot.
/// </param>
/// <param name="Sha256">
/// Digest of the file as its receipt lists it; empty where the chain is broken or cannot be read.
/// </param>
/// <param name="At">When it was found.</param>
public sealed record EvidenceFinding(string Code, CaseId CaseId, int Event, string Sha256, Instant At);
