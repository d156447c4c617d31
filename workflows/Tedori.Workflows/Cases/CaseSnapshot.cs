using Tedori.Programme.Cases;

namespace Tedori.Workflows.Cases;

/// <summary>The snapshot row of a case. Storage format.</summary>
/// <param name="State">The state after all events.</param>
/// <param name="Events">How many events there are.</param>
/// <param name="Hash">Hash of the last event.</param>
public sealed record CaseSnapshot(CaseState State, int Events, string Hash);
