using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// Finds entries that only look like one company: they share a weak key (mail, phone, address or name alone), or a strong
/// one under two corporate numbers. People decide about them; undecided they stay apart. Pure.
/// </summary>
public static class NearEntries
{
    /// <summary>
    /// Pairs of different companies that look alike, each with the first that looks like it, in order of position.
    /// </summary>
    /// <param name="entries">Entries with their forms, in order of serial.</param>
    /// <param name="reading">How writings are compared.</param>
    public static IReadOnlyList<(int First, int Second, IReadOnlyList<NearReason> Reasons)> Of(
        IReadOnlyList<(Entry Entry, EntryForm Form)> entries, CompanyReading reading)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var groups = EntryGroups.Of([.. entries.Select(e => e.Entry)], []);
        var firsts = new Dictionary<(NearReason, string), (int First, HashSet<int> All)>();
        var pairs = new SortedDictionary<(int, int), List<NearReason>>();
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var (reason, key) in KeysOf(entries[i], reading).Where(k => k.Key.Length > 0))
                Meet(groups, firsts, pairs, i, (reason, key));
        }

        return [.. pairs.Select(p => (p.Key.Item1, p.Key.Item2, (IReadOnlyList<NearReason>)p.Value))];
    }

    // Each company once under a key; whoever comes later is shown beside the first only, so that a common name or a
    // phone of thousands gives as many pairs as entries and not their square.
    private static void Meet(
        int[] groups, Dictionary<(NearReason, string), (int First, HashSet<int> All)> firsts,
        SortedDictionary<(int, int), List<NearReason>> pairs, int i, (NearReason Reason, string Key) key)
    {
        if (!firsts.TryGetValue(key, out var met))
            firsts.Add(key, met = (groups[i], []));
        if (!met.All.Add(groups[i]) || met.First == groups[i])
            return;
        var pair = (Math.Min(met.First, groups[i]), Math.Max(met.First, groups[i]));
        if (!pairs.TryGetValue(pair, out var reasons))
            pairs.Add(pair, reasons = []);
        if (!reasons.Contains(key.Reason))
            reasons.Add(key.Reason);
    }

    private static IEnumerable<(NearReason Reason, string Key)> KeysOf(
        (Entry Entry, EntryForm Form) entry, CompanyReading reading)
    {
        if (entry.Entry.Keys.Number is not null)
        {
            yield return (NearReason.OtherNumber, entry.Entry.Keys.NameAddress.Value);
            yield return (NearReason.OtherNumber, entry.Entry.Keys.NamePhone.Value);
        }

        yield return (NearReason.Mail, reading.Mail(entry.Form.Email));
        yield return (NearReason.Phone, reading.Phone(entry.Form.Phone));
        yield return (NearReason.Address, reading.Address(entry.Form.Address));
        yield return (NearReason.Name, reading.BareName(entry.Form.CompanyName));
    }
}
