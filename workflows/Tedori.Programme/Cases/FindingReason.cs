namespace Tedori.Programme.Cases;

/// <summary>
/// Why an item is paid though its statements do not fit the registration or the period (審査の指摘). Storage format.
/// </summary>
/// <param name="Item">Number of the item.</param>
/// <param name="Reason">Why, in Japanese; staff only see it.</param>
public sealed record FindingReason(int Item, string Reason);
