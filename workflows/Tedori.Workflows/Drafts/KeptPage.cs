using NodaTime;

namespace Tedori.Workflows.Drafts;

/// <summary>
/// A page with which something that was sent was answered: kept a while, so that a browser can go back to it or load it
/// again without sending anything again. Storage format.
/// </summary>
/// <param name="Secret">SHA-256 of what its address ends with.</param>
/// <param name="Owner">SHA-256 of who may see it.</param>
/// <param name="Ends">Until when, exclusive.</param>
/// <param name="Status">Its status of HTTP.</param>
/// <param name="Content">The page: compressed by gzip, in Base64.</param>
public sealed record KeptPage(string Secret, string Owner, Instant Ends, int Status, string Content);
