namespace Tedori.Functions.Languages;

/// <summary>The pages of a company, behind its link.</summary>
/// <param name="Path">Where they begin.</param>
/// <param name="TokenName">Name of the field that their forms send back.</param>
/// <param name="TokenValue">What it holds.</param>
public sealed record OwnPages(string Path, string TokenName, string TokenValue);
