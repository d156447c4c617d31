using Tedori.Programme;
using Tedori.Programme.Approvals;

namespace Tedori.Functions.Staff.Approvals;

/// <summary>One action of a proposal in a dry run.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Action">The action.</param>
/// <param name="Effect">What it would do.</param>
/// <param name="Refusal">Why it cannot be done now, or null.</param>
public sealed record ActionRow(int Number, ProposedAction Action, string Effect, Refusal? Refusal);
