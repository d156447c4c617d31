namespace Tedori.Programme.Cases;

/// <summary>A change of contact that waits for its confirmations. Storage format.</summary>
/// <param name="Number">Number of the change within the case, from 1.</param>
/// <param name="Contact">The contact to come.</param>
/// <param name="Confirmed">The addresses that confirmed it.</param>
public sealed record ContactChange(int Number, Contact Contact, IReadOnlyList<ContactSide> Confirmed);
