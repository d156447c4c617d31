namespace Tedori.Workflows.Directory;

/// <summary>A search that a member keeps under a name. Storage format.</summary>
/// <param name="Name">The name.</param>
/// <param name="Query">The search as the query of the list's address.</param>
public sealed record SavedFilter(string Name, string Query);
