using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

public static class Pageable
{
    public static AsyncPageable<T> Create<T>(Func<string?, CancellationToken, Task<Page<T>>> pageFunc)
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new FuncPageable<T>((token, _, cancellation) => pageFunc(token, cancellation));
    }

    public static AsyncPageable<T> Create<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc)
    {
        ArgumentNullException.ThrowIfNull(pageFunc);
        return new FuncPageable<T>(pageFunc);
    }

    private sealed class FuncPageable<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc)
        : AsyncPageable<T>
    {
        public override IAsyncEnumerable<Page<T>> AsPages(
            string? continuationToken = null, int? pageSizeHint = null) => Pages(continuationToken, pageSizeHint);

        private async IAsyncEnumerable<Page<T>> Pages(
            string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation = default)
        {
            do
            {
                var page = await pageFunc(token, size, cancellation);
                yield return page;
                token = page.ContinuationToken;
            }
            while (token is not null);
        }
    }
}
