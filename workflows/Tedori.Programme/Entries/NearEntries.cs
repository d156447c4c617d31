using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// Finds entries that only look like one company: they share a weak key (mail, phone, address or name alone), or a strong
/// one under two corporate numbers. People decide about them; undecided they stay apart. Pure; of a million entries it
/// holds numbers and no texts.
/// </summary>
public sealed class NearEntries
{
    private readonly List<Entry> entries = [];
    private readonly List<(ulong Key, int Index)>[] keys =
        [.. Enum.GetValues<NearReason>().Select(_ => new List<(ulong, int)>())];

    /// <summary>Pairs of different companies that look alike.</summary>
    /// <param name="entries">Entries with their forms, in order of serial.</param>
    /// <param name="reading">How writings are compared.</param>
    public static IReadOnlyList<NearPair> Of(
        IReadOnlyList<(Entry Entry, EntryForm Form)> entries, CompanyReading reading)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var near = new NearEntries();
        foreach (var (entry, form) in entries)
            near.Add(entry, NearKeys.Of(entry, CompanyTexts.Of(form, reading), reading.Mail(form.Email)));
        return near.Pairs();
    }

    /// <summary>Takes the next entry in order of serial.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="its">What it is compared by.</param>
    public void Add(Entry entry, NearKeys its)
    {
        ArgumentNullException.ThrowIfNull(its);
        foreach (var (reason, key) in its.All)
            keys[(int)reason].Add((key, entries.Count));
        entries.Add(entry);
    }

    /// <summary>
    /// Pairs of different companies that look alike, each with the first that looks like it, in order of position.
    /// </summary>
    public IReadOnlyList<NearPair> Pairs()
    {
        var groups = EntryGroups.Of(entries, []);
        var pairs = new Dictionary<(int First, int Second), List<NearReason>>();
        foreach (var reason in Enum.GetValues<NearReason>())
        {
            var sorted = keys[(int)reason];
            sorted.Sort();
            for (var from = 0; from < sorted.Count;)
                from = Meet(groups, sorted, from, reason, pairs);
        }

        return [.. pairs.OrderBy(p => p.Key).Select(p => new NearPair(p.Key.First, p.Key.Second, p.Value))];
    }

    // Each company once under a key; whoever comes later is shown beside the first only, so that a common name or a
    // phone of thousands gives as many pairs as entries and not their square.
    private static int Meet(
        int[] groups, List<(ulong Key, int Index)> sorted, int from, NearReason reason,
        Dictionary<(int First, int Second), List<NearReason>> pairs)
    {
        var (first, next) = (groups[sorted[from].Index], from + 1);
        for (; next < sorted.Count && sorted[next].Key == sorted[from].Key; next++)
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
}

/// <summary>Two companies that look alike.</summary>
/// <param name="First">Index of the first entry of the earlier one.</param>
/// <param name="Second">Index of the first entry of the later one.</param>
/// <param name="Reasons">Why they look so.</param>
public sealed record NearPair(int First, int Second, IReadOnlyList<NearReason> Reasons);
