namespace Tedori.Workflows.Rounds;

/// <summary>The lot that an entry shares with others of its company. Storage format.</summary>
/// <param name="Number">Number of the lot in the sealed list.</param>
/// <param name="Won">Whether it got a place.</param>
/// <param name="Disputed">
/// Whether it won and its entries name different mail addresses, so that two people have to settle who answers.
/// </param>
public sealed record LotShare(int Number, bool Won, bool Disputed);
