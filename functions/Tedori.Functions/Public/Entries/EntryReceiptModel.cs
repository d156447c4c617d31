using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Plans;

namespace Tedori.Functions.Public.Entries;

/// <summary>What the receipt of a pre-entry shows.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="CaseId">Receipt number.</param>
/// <param name="ReceivedAt">When the server received it.</param>
/// <param name="Digest">Digest of the position in the list, or null in old rows.</param>
/// <param name="Entry">What was entered.</param>
/// <param name="Earlier">Whether there is an earlier entry of the same company.</param>
/// <param name="Result">Last day of the result notice, and why.</param>
public sealed record EntryReceiptModel(
    Edition Edition, CaseId CaseId, Instant ReceivedAt, string? Digest, EntryForm Entry, bool Earlier, DateReason Result)
{
    /// <summary>The measures of the cooperation plan that fit whoever waits for the draw, best first.</summary>
    public IReadOnlyList<Referral> Supports { get; init; } = [];
}
