using NodaTime;

namespace Tedori.Workflows.Office;

/// <summary>Something that staff have to look at. Storage format.</summary>
/// <param name="Kind">What it is, for example <c>mailTrouble</c>.</param>
/// <param name="Subject">Id of the case, notice or round it is about.</param>
/// <param name="At">Since when.</param>
/// <param name="Text">What happened and what to do, in Japanese.</param>
public sealed record StaffTask(string Kind, string Subject, Instant At, string Text);
