using NodaTime;
using Tedori.Programme;

namespace Tedori.Season;

/// <summary>An entry that a company is going to make, as the agenda keeps it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Company">Id of the company.</param>
/// <param name="ReceivedAt">When the server receives it; it may be processed later.</param>
/// <param name="Impostor">Whether somebody else makes it in the name of the company; else null.</param>
internal sealed record EntryPlan(RoundId Round, string Company, Instant ReceivedAt, bool? Impostor = null);
