namespace Tedori.Workflows.Bulk;

/// <summary>What is open of work on many cases. Storage format.</summary>
/// <param name="Items">The next items, in ordinal order, as many as were asked for.</param>
/// <param name="Left">How many items of the whole have no verdict yet.</param>
public sealed record OpenItems(IReadOnlyList<string> Items, int Left)
{
    /// <summary>Nothing is open.</summary>
    public static readonly OpenItems None = new([], 0);

    /// <summary>The next of those that are open, in ordinal order.</summary>
    public static OpenItems Next(IReadOnlyCollection<string> open, string after, int most)
    {
        ArgumentNullException.ThrowIfNull(open);
        var next = open.Where(i => string.CompareOrdinal(i, after) > 0).Order(StringComparer.Ordinal).Take(most);
        return new([.. next], open.Count);
    }
}
