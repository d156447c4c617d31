using System.Security.Cryptography;
using NodaTime;
using Tedori.Programme.Cases;
using Tedori.Programme.Entries;

namespace Tedori.Programme.Lottery;

/// <summary>The frozen list of a round: who takes part in the draw, in order of receipt.</summary>
/// <param name="Round">The round.</param>
/// <param name="Entries">The entries that take part, numbered from 1.</param>
/// <param name="Digest">SHA-256 over all leaves in order, 64 hexadecimal digits; published before the draw.</param>
public sealed record SealedList(RoundId Round, IReadOnlyList<SealedEntry> Entries, string Digest)
{
    /// <summary>Freezes the entries that passed the screening.</summary>
    public static SealedList Of(RoundId round, IEnumerable<(Entry Entry, Exclusion? Exclusion)> screened)
    {
        var entries = screened.Where(s => s.Exclusion is null)
            .Select((s, i) => new SealedEntry(i + 1, s.Entry.CaseId, s.Entry.ReceivedAt)).ToList();
        return new(round, entries, DigestOf(entries));
    }

    /// <summary>The digest of a list.</summary>
    public static string DigestOf(IReadOnlyList<SealedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries)
            hash.AppendData(entry.Leaf());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
