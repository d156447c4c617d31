namespace Tedori.Programme.Payments;

/// <summary>What the record keeps of a bank account; the account itself is encrypted elsewhere and dropped in time.</summary>
/// <param name="Fingerprint">Keyed hash: equal for equal accounts of one office, and readable by nobody.</param>
/// <param name="Shown">What may be shown of it, for example <c>****567</c>.</param>
/// <param name="NameDiffers">Whether its holder is named otherwise than the company: somebody has to look at it.</param>
public sealed record AccountRef(string Fingerprint, string Shown, bool NameDiffers);
