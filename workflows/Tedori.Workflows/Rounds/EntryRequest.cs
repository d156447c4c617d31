using NodaTime;
using Tedori.Programme.Entries;

namespace Tedori.Workflows.Rounds;

/// <summary>A request to enter a round, judged to be in its window.</summary>
/// <param name="Form">What the company states.</param>
/// <param name="ReceivedAt">When the server received it.</param>
/// <param name="Key">Key of the request: the same key again is the same entry.</param>
/// <param name="Keys">By what its company is known.</param>
internal sealed record EntryRequest(EntryForm Form, Instant ReceivedAt, string Key, CompanyKeys Keys);
