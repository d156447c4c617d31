namespace Tedori.Programme.Editions;

/// <summary>A value that the guideline does not fix (仮定), shown as such wherever staff see it.</summary>
/// <param name="Path">Path of the field in the programme file, for example <c>windows.drain</c>.</param>
/// <param name="Value">The value as written in the file.</param>
/// <param name="Source">
/// <c>O</c> for other pages of the same or a sibling programme, <c>A</c> for our own assumption.
/// </param>
/// <param name="Note">Why, in Japanese.</param>
public sealed record Assumption(string Path, string Value, string Source, string Note);
