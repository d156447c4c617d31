using NodaTime;
using Tedori.Programme.Editions;
using Tedori.Programme.Lottery;

namespace Tedori.Functions.Operator;

/// <summary>What the page of rounds and the clock shows.</summary>
/// <param name="Now">The clock.</param>
/// <param name="NextDue">The next instant at which something falls due, or null.</param>
/// <param name="Token">Name and value of the form token.</param>
/// <param name="Rounds">The rounds with their states and the number of their entries.</param>
public sealed record RoundsModel(
    Instant Now, Instant? NextDue, (string Name, string Value) Token, IReadOnlyList<RoundLine> Rounds);

/// <summary>A round in the list.</summary>
public sealed record RoundLine(Round Round, RoundState State, int Entries);
