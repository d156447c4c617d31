using NodaTime;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>What became of an entry.</summary>
public abstract record EntryAnswer
{
    private EntryAnswer()
    {
    }

    /// <summary>It is in the round's list.</summary>
    public sealed record Received(CaseId CaseId, Instant ReceivedAt, string? Digest) : EntryAnswer;

    /// <summary>It was not taken.</summary>
    public sealed record Refused(Refusal Refusal) : EntryAnswer;
}
