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
/// <param name="ExpiresAt">Until when (exclusive) the URLs work.</param>
/// <param name="PartSize">In how many bytes a part to cut the file.</param>
/// <param name="Parts">The parts that have not arrived yet, in their order.</param>
public sealed record UploadTicket(int UploadId, Instant ExpiresAt, int PartSize, IReadOnlyList<PartUrl> Parts);

/// <summary>Where one part of a file goes.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Url">The URL that can create this part, once.</param>
public sealed record PartUrl(int Number, Uri Url);
