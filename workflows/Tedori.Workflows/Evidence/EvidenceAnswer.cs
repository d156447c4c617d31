using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Evidence;

/// <summary>What became of a request to the <see cref="EvidenceService"/>.</summary>
public abstract record EvidenceAnswer
{
    private EvidenceAnswer()
    {
    }

    /// <summary>An upload may begin, or go on.</summary>
    public sealed record Opened(UploadTicket Ticket) : EvidenceAnswer;

    /// <summary>The case lists the file, now or already before.</summary>
    public sealed record Registered(HeldFile File) : EvidenceAnswer;

    /// <summary>The case lists the file no more.</summary>
    public sealed record Removed : EvidenceAnswer;

    /// <summary>The rules refused it.</summary>
    public sealed record Refused(Refusal Refusal) : EvidenceAnswer;
}

/// <summary>What a browser needs to put one file into the store. Its JSON is what <c>upload.js</c> reads.</summary>
/// <param name="UploadId">
/// Number of the upload in its case; registers it, and asks for a fresh ticket of the same upload.
/// </param>
/// <param name="Url">The write-only URL of this one file.</param>
/// <param name="ExpiresAt">Until when (exclusive) the URL works.</param>
/// <param name="BlockSize">In how many bytes a block to cut the file.</param>
public sealed record UploadTicket(int UploadId, Uri Url, Instant ExpiresAt, int BlockSize);
