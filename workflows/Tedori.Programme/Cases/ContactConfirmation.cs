namespace Tedori.Programme.Cases;

/// <summary>One of the two confirmations of a change of contact. Storage format.</summary>
/// <param name="Number">Number of the change within the case, from 1.</param>
/// <param name="Side">The address that confirms.</param>
public sealed record ContactConfirmation(int Number, ContactSide Side);
