using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Workflows.Cases;

namespace Tedori.Functions.Operator;

/// <summary>What the page of one case shows.</summary>
/// <param name="State">The case.</param>
/// <param name="Deadline">The deadline that runs, in one sentence, or null.</param>
/// <param name="Events">What happened.</param>
/// <param name="Notices">What was sent.</param>
public sealed record CaseModel(
    CaseState State, string? Deadline, IReadOnlyList<EventLine> Events, IReadOnlyList<SentNotice> Notices);

/// <summary>An event of a case.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Type">Its type, as stored.</param>
/// <param name="Hash">Its hash.</param>
public sealed record EventLine(int Number, Instant At, string Type, string Hash);
