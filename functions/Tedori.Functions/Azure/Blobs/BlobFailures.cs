using Azure;
using Azure.Storage.Blobs.Models;

namespace Tedori.Functions.Azure.Blobs;

/// <summary>What a failure of the Blob service says about a blob.</summary>
internal static class BlobFailures
{
    /// <summary>There is no such blob.</summary>
    public static bool IsAbsent(RequestFailedException failure) =>
        failure.Status == 404 && failure.ErrorCode == BlobErrorCode.BlobNotFound;

    /// <summary>It is another version than the condition names.</summary>
    public static bool IsChanged(RequestFailedException failure) => failure.Status == 412;

    /// <summary>One of the blocks is there no more.</summary>
    public static bool IsListRefused(RequestFailedException failure) =>
        failure.Status == 400 && failure.ErrorCode == BlobErrorCode.InvalidBlockList;

    /// <summary>A blob that must not be overwritten is there already, protected by a policy or not.</summary>
    public static bool IsThere(RequestFailedException failure) =>
        failure.Status is 409 or 412 && failure.ErrorCode is { } code &&
        (code == BlobErrorCode.BlobAlreadyExists || code == BlobErrorCode.ConditionNotMet ||
            code is "BlobImmutableDueToPolicy" or "UnmodifiableBlobDueToPolicy");
}
