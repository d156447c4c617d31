namespace Tedori.Programme.Entries;

/// <summary>Why a field of the pre-entry is not taken as it stands.</summary>
/// <param name="Field">A name of <see cref="EntryField"/>.</param>
/// <param name="Refusal">What is wrong, what to do, and which rule asks for it.</param>
public sealed record FieldRefusal(string Field, Refusal Refusal);
