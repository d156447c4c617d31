namespace Microsoft.DurableTask;

public sealed class Page<T>
{
    public Page(IReadOnlyList<T> values, string? continuationToken = null)
    {
        Values = values ?? throw new ArgumentNullException(nameof(values));
        ContinuationToken = continuationToken;
    }

    public IReadOnlyList<T> Values { get; }

    public string? ContinuationToken { get; }
}
