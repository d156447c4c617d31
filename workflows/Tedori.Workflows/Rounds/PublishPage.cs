namespace Tedori.Workflows.Rounds;

/// <summary>Which page of which round to publish. Storage format.</summary>
/// <param name="Round">Id of the round.</param>
/// <param name="Page">The page, from 0.</param>
public sealed record PublishPage(string Round, int Page);
