using NodaTime;

namespace Tedori.Programme.Entries;

/// <summary>
/// Recomputes the chain of a round's entries, one after the other in order of serial, and finds where it is not what
/// their companies were told: an entry was added, removed, moved or changed since. A number that was left out when it
/// was given is no fault: the entry behind it takes in the digest of the one before it.
/// </summary>
public sealed class EntryChainCheck
{
    private int serial;
    private string digest = EntryChain.Start;
    private ChainFault? fault;

    /// <summary>Takes the next entry. Behind the first fault nothing is looked at any more.</summary>
    public void Add(EntryLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (fault is not null)
            return;
        var expected = serial + 1;
        serial = link.CaseId.Serial;
        if (link.Digest is not null || digest != EntryChain.Start)
            fault = Follow(link, expected);
        else if (serial != expected)
            fault = new(expected, "missing");
    }

    /// <summary>The first fault, or null where the chain holds to its end.</summary>
    /// <param name="last">Serial of the last entry that was taken.</param>
    /// <param name="head">Digest of the last position as the counter has it, or null before there was one.</param>
    public ChainFault? Finish(int last, string? head)
    {
        if (fault is not null)
            return fault;
        if (serial != last)
            return new(Math.Min(serial, last) + 1, serial < last ? "missing" : "added");
        return digest == (head ?? EntryChain.Start) ? null : new(last, "head");
    }

    private ChainFault? Follow(EntryLink link, int expected)
    {
        digest = EntryChain.Next(digest, link.CaseId, link.ReceivedAt, link.Form, link.Key);
        if (digest == link.Digest)
            return null;
        return serial == expected ? new(serial, "changed") : new(expected, "missing");
    }
}

/// <summary>An entry as the chain takes it.</summary>
/// <param name="CaseId">The case that it opens.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Form">What the company stated.</param>
/// <param name="Key">Key of the request.</param>
/// <param name="Digest">The digest that the company was told, or null before there was one.</param>
public sealed record EntryLink(CaseId CaseId, Instant ReceivedAt, EntryForm Form, string Key, string? Digest);

/// <summary>Where a chain of entries does not hold.</summary>
/// <param name="Serial">The first serial that is not as it was told.</param>
/// <param name="Kind"><c>missing</c>, <c>added</c>, <c>changed</c>, or <c>head</c> where the counter has another end.</param>
public sealed record ChainFault(int Serial, string Kind);
