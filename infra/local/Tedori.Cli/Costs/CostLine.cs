namespace Tedori.Cli.Costs;

/// <summary>One line of an estimate.</summary>
/// <param name="Name">What is paid for.</param>
/// <param name="Amount">For the whole programme.</param>
internal sealed record CostLine(string Name, double Amount);
