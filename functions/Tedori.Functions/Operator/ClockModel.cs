using NodaTime;
using Tedori.Functions.Components.Forms;

namespace Tedori.Functions.Operator;

/// <summary>What the clock of a developer's machine shows.</summary>
/// <param name="Now">Its time.</param>
/// <param name="Token">The form's token.</param>
/// <param name="Fault">Why it was not moved, or null.</param>
public sealed record ClockModel(Instant Now, FormToken Token, string? Fault);
