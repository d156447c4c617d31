using Microsoft.AspNetCore.Http;

namespace Tedori.Functions.Staff;

/// <summary>How far work on many cases is, for a page that loads itself again while it runs.</summary>
/// <param name="Done">Items that have their verdict.</param>
/// <param name="Total">All items.</param>
/// <param name="Held">Whether the member has stopped the loading.</param>
/// <param name="Path">Address of the page.</param>
public sealed record Running(int Done, int Total, bool Held, string Path)
{
    private const int Seconds = 5;

    /// <summary>How much is done, in percent, rounded down.</summary>
    public int Percent => Total == 0 ? 0 : Done * 100 / Total;

    /// <summary>After how many seconds the page loads itself again, or null.</summary>
    public int? Refresh => Held ? null : Seconds;

    /// <summary>The page that is asked for.</summary>
    public static Running Of(HttpRequest request, (int Done, int Total) count)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(count.Done, count.Total, request.Query.ContainsKey("hold"), request.Path);
    }
}
