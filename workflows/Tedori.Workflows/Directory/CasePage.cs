namespace Tedori.Workflows.Directory;

/// <summary>One page of a list of cases.</summary>
/// <param name="Cases">The cases of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
public sealed record CasePage(IReadOnlyList<CaseListing> Cases, int Total, int Page, int Pages);
