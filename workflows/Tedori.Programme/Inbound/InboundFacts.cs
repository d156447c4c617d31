namespace Tedori.Programme.Inbound;

/// <summary>What the head and the parts of a mail say about its kind.</summary>
public sealed record InboundFacts
{
    /// <summary>Whether it could be read as a mail at all.</summary>
    public bool Readable { get; init; } = true;

    /// <summary>Whether it comes from this system's own address or bears one of its message ids.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether its envelope names no sender (<c>&lt;&gt;</c>), as that of every report of a mail server.</summary>
    public bool NullSender { get; init; }

    /// <summary>Whether it is a report on the delivery of another mail (RFC 3464).</summary>
    public bool IsDeliveryReport { get; init; }

    /// <summary>Value of <c>Auto-Submitted</c> (RFC 3834), or null.</summary>
    public string? AutoSubmitted { get; init; }

    /// <summary>Value of <c>Precedence</c>, or null.</summary>
    public string? Precedence { get; init; }

    /// <summary>Whether a header that only automatic answers have is there.</summary>
    public bool MarkedAutomatic { get; init; }

    /// <summary>Whether a header that only lists have is there (RFC 2919, RFC 2369).</summary>
    public bool MarkedList { get; init; }

    /// <summary>Whether its content is encrypted (S/MIME, PGP).</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Whether it has a text other than white space.</summary>
    public bool HasText { get; init; }

    /// <summary>How many files it has.</summary>
    public int Files { get; init; }

    /// <summary>Its subject.</summary>
    public string Subject { get; init; } = "";
}
