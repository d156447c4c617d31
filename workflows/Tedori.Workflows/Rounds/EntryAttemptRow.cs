using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>An entry that was refused. Storage format.</summary>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Key">Key of the request.</param>
/// <param name="Refusal">Why it was not taken.</param>
public sealed record EntryAttemptRow(Instant ReceivedAt, string Key, Refusal Refusal);
