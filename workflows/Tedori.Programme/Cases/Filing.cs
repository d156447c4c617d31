using Tedori.Programme.Calendar;
using Tedori.Programme.Evidence;

namespace Tedori.Programme.Cases;

/// <summary>One filing (提出) of a company, electronic or by post.</summary>
/// <param name="Key">Key of the request: filing again under the same key is a repetition, not a second filing.</param>
/// <param name="Receipt">How and when it reached the office.</param>
/// <param name="Files">The files that came with it.</param>
/// <param name="Gaps">What it does not state as it must; null where it states all, as every filing online does.</param>
/// <param name="Replaces">
/// Key of the version in whose place it comes (差し替え), or null where it is the first. Both stay on record.
/// </param>
public sealed record Filing(
    string Key, Receipt Receipt, IReadOnlyList<EvidenceFile> Files, IReadOnlyList<FilingGap>? Gaps = null,
    string? Replaces = null);
