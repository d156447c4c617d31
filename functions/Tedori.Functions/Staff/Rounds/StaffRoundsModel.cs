using Tedori.Functions.Statistics;
using Tedori.Programme.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Rounds;

/// <summary>What the page of the rounds shows.</summary>
/// <param name="Member">Who looks.</param>
/// <param name="Editions">The programmes with the figures of their rounds.</param>
public sealed record StaffRoundsModel(
    StaffMember Member, IReadOnlyList<(Edition Edition, IReadOnlyList<RoundFigures> Rounds)> Editions)
{
    /// <summary>Outages that are declared; they are of the office, not of a year.</summary>
    public IReadOnlyList<Outage> Outages => Editions is [.., var (edition, _)] ? edition.Outages : [];
}
