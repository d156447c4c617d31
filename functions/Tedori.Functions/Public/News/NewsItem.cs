using NodaTime;

namespace Tedori.Functions.Public.News;

/// <summary>One piece of news.</summary>
/// <param name="Key">What tells it apart for good, printable ASCII.</param>
/// <param name="At">When it happened.</param>
/// <param name="Title">In one sentence.</param>
/// <param name="Text">The same with what follows from it.</param>
/// <param name="Path">Page that says more.</param>
public sealed record NewsItem(string Key, Instant At, string Title, string Text, string Path);
