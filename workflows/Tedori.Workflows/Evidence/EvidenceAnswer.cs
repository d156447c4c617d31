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
