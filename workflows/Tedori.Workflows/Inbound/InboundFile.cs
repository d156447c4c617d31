namespace Tedori.Workflows.Inbound;

/// <summary>A file in a mail. Storage format.</summary>
/// <param name="Name">Its name, cleaned; data only.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Digest of its content.</param>
public sealed record InboundFile(string Name, long Size, string Sha256)
{
    /// <summary>When it was put among the draft files of the case that the mail is filed with, or null.</summary>
    public NodaTime.Instant? TakenAt { get; init; }

    /// <summary>The number of that draft, or null.</summary>
    public int? TakenAs { get; init; }

    /// <summary>Name of the member of staff who put it there; null where the company did.</summary>
    public string? TakenBy { get; init; }

    /// <summary>When staff took it for the review of its case, or null.</summary>
    public NodaTime.Instant? EvidenceAt { get; init; }

    /// <summary>Name of the member of staff who took it, or null.</summary>
    public string? EvidenceBy { get; init; }

    /// <summary>The same as a file that is among no drafts.</summary>
    public InboundFile Untaken() => this with { TakenAt = null, TakenAs = null, TakenBy = null };
}
