namespace Tedori.Programme.Entries;

/// <summary>An entry after the screening.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Exclusion">
/// Why it has no lot of its own, or null where it has one: <see cref="Entries.Exclusion.Joined"/> where it shares that
/// of <paramref name="Lead"/>.
/// </param>
/// <param name="Lead">The first entry of its company in the round, itself where it is the first; null where it is out.</param>
public sealed record ScreenedEntry(Entry Entry, Exclusion? Exclusion, CaseId? Lead);
