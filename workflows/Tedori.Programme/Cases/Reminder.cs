using NodaTime;

namespace Tedori.Programme.Cases;

/// <summary>One rung of the reminder ladder of a deadline.</summary>
/// <param name="At">When it falls due.</param>
/// <param name="BusinessDaysBefore">Business days before the deadline; 0 on its morning.</param>
/// <param name="Rung">Its name within the case, for example <c>claim-2026-02-20-b10</c>. Storage format.</param>
public sealed record Reminder(Instant At, int BusinessDaysBefore, string Rung);
