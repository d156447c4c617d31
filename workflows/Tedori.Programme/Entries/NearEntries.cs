using System.Buffers.Binary;
using NodaTime;
using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// Finds entries that only look like one company: they share a weak key (mail, phone, address or name alone), or a strong
/// one under two corporate numbers. People decide about them; undecided they stay apart. And entries of one corporate
/// number under two names: undecided they share a lot. Pure.
/// </summary>
public static class NearEntries
{
    private static readonly NearReason[] Reasons = Enum.GetValues<NearReason>();

    /// <summary>Pairs of different companies that look alike.</summary>
    /// <param name="entries">Entries with their forms, in order of serial.</param>
    /// <param name="reading">How writings are compared.</param>
    public static IReadOnlyList<NearPair> Of(
        IReadOnlyList<(Entry Entry, EntryForm Form)> entries, CompanyReading reading)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(reading);
        return Pairs([.. entries.Select(
            e => NearKeys.Of(e.Entry, CompanyTexts.Of(e.Form, reading), reading.Mail(e.Form.Email)))]);
    }

    /// <summary>
    /// Pairs of different companies that look alike, each with the first that looks like it, in order of position.
    /// </summary>
    /// <param name="keys">Of each entry what it is compared by, in order of serial.</param>
    public static IReadOnlyList<NearPair> Pairs(IReadOnlyList<NearKeys> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var meeting = new SortedSet<int>();
        Meeting(keys, k => k.Number, meeting);
        Meeting(keys, k => k.NameAddress, meeting);
        Meeting(keys, k => k.NamePhone, meeting);
        Meeting(keys, k => k.Mail, meeting);
        Meeting(keys, k => k.Phone, meeting);
        Meeting(keys, k => k.Address, meeting);
        Meeting(keys, k => k.Name, meeting);
        return Pairs(keys, [.. meeting]);
    }

    // Whoever shares nothing is of no group and of no pair: of a million entries that are nearly all.
    private static void Meeting(IReadOnlyList<NearKeys> all, Func<NearKeys, ulong> keyOf, SortedSet<int> meeting)
    {
        var sorted = new (ulong Key, int Index)[all.Count];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = (keyOf(all[i]), i);
        Array.Sort(sorted);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Key != 0 && sorted[i].Key == sorted[i - 1].Key)
            {
                meeting.Add(sorted[i - 1].Index);
                meeting.Add(sorted[i].Index);
            }
        }
    }

    private static NearPair[] Pairs(IReadOnlyList<NearKeys> all, int[] meeting)
    {
        var groups = EntryGroups.Of([.. meeting.Select(i => Grouped(all[i], i))], []);
        var pairs = new Dictionary<(int First, int Second), List<NearReason>>();
        foreach (var reason in Reasons)
        {
            (ulong Key, int Index)[] sorted =
                [.. meeting.SelectMany((i, at) => all[i].For(reason).Select(key => (key, at))).Order()];
            for (var from = 0; from < sorted.Length;)
                from = Meet(groups, sorted, from, reason, pairs);
        }

        Contradict(all, meeting, pairs);

        return [.. pairs.OrderBy(p => p.Key)
            .Select(p => new NearPair(meeting[p.Key.First], meeting[p.Key.Second], p.Value))];
    }

    // One number under two names joins whoever has either: each other name is shown beside the first.
    private static void Contradict(
        IReadOnlyList<NearKeys> all, int[] meeting, Dictionary<(int First, int Second), List<NearReason>> pairs)
    {
        var named = new Dictionary<ulong, int>();
        for (var at = 0; at < meeting.Length; at++)
        {
            var keys = all[meeting[at]];
            if (keys.Number == 0 || named.TryAdd(keys.Number, at))
                continue;
            var first = named[keys.Number];
            if (all[meeting[first]].Name == keys.Name)
                continue;
            if (!pairs.TryGetValue((first, at), out var reasons))
                pairs.Add((first, at), reasons = []);
            reasons.Insert(0, NearReason.OtherName);
        }
    }

    // Each company once under a key; whoever comes later is shown beside the first only, so that a common name or a
    // phone of thousands gives as many pairs as entries and not their square.
    private static int Meet(
        int[] groups, (ulong Key, int Index)[] sorted, int from, NearReason reason,
        Dictionary<(int First, int Second), List<NearReason>> pairs)
    {
        var (first, next) = (groups[sorted[from].Index], from + 1);
        for (; next < sorted.Length && sorted[next].Key == sorted[from].Key; next++)
        {
            var other = groups[sorted[next].Index];
            if (other == first)
                continue;
            var pair = (Math.Min(first, other), Math.Max(first, other));
            if (!pairs.TryGetValue(pair, out var reasons))
                pairs.Add(pair, reasons = []);
            if (reasons is not [.., var last] || last != reason)
                reasons.Add(reason);
        }

        return next;
    }

    // As far as the groups look at it.
    private static Entry Grouped(NearKeys keys, int index) => new(
        new(Nowhere, index + 1), Instant.MinValue,
        new(keys.Number == 0 ? null : Strong(keys.Number), Strong(keys.NameAddress), Strong(keys.NamePhone)), 0);

    private static readonly RoundId Nowhere = new("near", 1);

    private static CompanyKey Strong(ulong key)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Length];
        bytes.Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, key);
        return new(new Hash256(bytes));
    }
}

/// <summary>Two companies that look alike.</summary>
/// <param name="First">Index of the first entry of the earlier one.</param>
/// <param name="Second">Index of the first entry of the later one.</param>
/// <param name="Reasons">Why they look so.</param>
public sealed record NearPair(int First, int Second, IReadOnlyList<NearReason> Reasons);
