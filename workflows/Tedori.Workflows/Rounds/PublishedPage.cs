namespace Tedori.Workflows.Rounds;

/// <summary>What is left after a page. Storage format.</summary>
/// <param name="Next">The next page, or null when the round is published.</param>
public sealed record PublishedPage(int? Next);
