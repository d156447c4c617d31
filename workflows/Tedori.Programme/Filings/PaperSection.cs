namespace Tedori.Programme.Filings;

/// <summary>One section of a paper. Storage format.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">What was stated.</param>
public sealed record PaperSection(string Title, IReadOnlyList<PaperLine> Lines);
