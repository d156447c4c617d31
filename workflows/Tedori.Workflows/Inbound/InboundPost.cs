using NodaTime;
using Tedori.Programme.Inbound;

namespace Tedori.Workflows.Inbound;

/// <summary>A mail as it came, with what its envelope says.</summary>
/// <param name="Raw">The mail, every byte.</param>
/// <param name="ReceivedAt">When it was received, by this system's clock.</param>
public sealed record InboundPost(ReadOnlyMemory<byte> Raw, Instant ReceivedAt)
{
    /// <summary>Most bytes of one mail: what mail servers of companies send, and what is taken.</summary>
    public const int MostBytes = 30 * 1024 * 1024;

    /// <summary>Sender of the envelope; empty for a report of a server, null where there is no envelope.</summary>
    public string? From { get; init; }

    /// <summary>Recipients of the envelope.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>What the receiving server found out about the sender. What the head says of it anybody can write.</summary>
    public SenderProof Proof { get; init; } = SenderProof.None;

    /// <summary>The domains whose signatures (DKIM) it found to hold.</summary>
    public IReadOnlyList<string> SignedBy { get; init; } = [];

    /// <summary>The same with DMARC worked out for the address that the reader sees.</summary>
    public InboundPost AlignedWith(string from) => this with { Proof = Proof.Aligned(from, From, SignedBy) };
}
