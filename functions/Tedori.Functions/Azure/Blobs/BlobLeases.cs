using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>
/// Whoever may write a blob may lease it, without an end too. The URLs that browsers hold cannot; tools of the operators
/// can. A lease keeps everybody else from writing and deleting, us as well, so it is broken where it stands in the way.
/// </summary>
internal static class BlobLeases
{
    /// <summary>Does it; where a lease is in the way, breaks that and does it again.</summary>
    public static async Task<T> DespiteLeaseAsync<T>(
        this BlobBaseClient blob, Func<Task<T>> act, CancellationToken cancellation)
    {
        try
        {
            return await act();
        }
        catch (RequestFailedException failure) when (IsLeased(failure))
        {
            await blob.BreakLeaseAsync(cancellation);
            return await act();
        }
    }

    /// <summary>Breaks whatever lease there is; nothing where there is no blob, or no lease of it.</summary>
    public static async Task BreakLeaseAsync(this BlobBaseClient blob, CancellationToken cancellation)
    {
        try
        {
            await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409)
        {
            // Nothing is in the way.
        }
    }

    private static bool IsLeased(RequestFailedException failure) =>
        failure.Status == 412 && failure.ErrorCode == BlobErrorCode.LeaseIdMissing;
}
