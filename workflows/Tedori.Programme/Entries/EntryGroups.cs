namespace Tedori.Programme.Entries;

/// <summary>
/// Which entries are of one company: those that share a strong key, directly or through others. Pure; the same entries
/// give the same groups in whatever order they come.
/// </summary>
public static class EntryGroups
{
    /// <summary>For each entry the index of the first of its group, which is its own where it is the first.</summary>
    /// <param name="entries">Entries in order of serial.</param>
    /// <param name="joined">Pairs of cases that staff joined although no strong key does.</param>
    public static int[] Of(IReadOnlyList<Entry> entries, IEnumerable<(CaseId, CaseId)> joined)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(joined);
        var groups = new Groups(entries);
        groups.JoinNumbers();
        groups.Join(e => e.Keys.NameAddress);
        groups.Join(e => e.Keys.NamePhone);
        groups.Join(joined);
        return groups.Firsts();
    }

    /// <summary>Disjoint sets of entries, none of which holds two corporate numbers unless staff joined them.</summary>
    private sealed class Groups(IReadOnlyList<Entry> entries)
    {
        private readonly int[] above = [.. Enumerable.Range(0, entries.Count)];
        private readonly CompanyKey?[] numbers = [.. entries.Select(e => e.Keys.Number)];

        public void JoinNumbers()
        {
            var known = new Dictionary<CompanyKey, int>(entries.Count);
            for (var i = 0; i < entries.Count; i++)
            {
                if (numbers[i] is { } number && !known.TryAdd(number, i))
                    Join(known[number], i);
            }
        }

        public void Join(Func<Entry, CompanyKey> keyOf)
        {
            var known = new Dictionary<CompanyKey, (int First, int Open)>(entries.Count);
            for (var i = 0; i < entries.Count; i++)
            {
                var key = keyOf(entries[i]);
                known[key] = known.TryGetValue(key, out var met) ? Meet(met, i) : (i, i);
            }
        }

        public void Join(IEnumerable<(CaseId, CaseId)> pairs)
        {
            Dictionary<CaseId, int>? index = null;
            foreach (var (a, b) in pairs)
            {
                index ??= Enumerable.Range(0, entries.Count).ToDictionary(i => entries[i].CaseId);
                if (index.TryGetValue(a, out var first) && index.TryGetValue(b, out var second))
                    Join(first, second);
            }
        }

        public int[] Firsts() => [.. Enumerable.Range(0, entries.Count).Select(First)];

        // Of all groups with a key at most one has no number, and whoever comes fits it; else only the first is tried.
        private (int First, int Open) Meet((int First, int Open) met, int i)
        {
            var open = numbers[First(met.Open)] is null ? met.Open : met.First;
            if (CompanyKeys.MayBeOne(numbers[First(open)], numbers[First(i)]))
                Join(open, i);
            return (met.First, numbers[First(i)] is null ? i : open);
        }

        private void Join(int a, int b)
        {
            var (x, y) = (First(a), First(b));
            var (first, second) = (Math.Min(x, y), Math.Max(x, y));
            above[second] = first;
            numbers[first] ??= numbers[second];
        }

        private int First(int i)
        {
            while (above[i] != i)
                i = above[i] = above[above[i]];
            return i;
        }
    }
}
