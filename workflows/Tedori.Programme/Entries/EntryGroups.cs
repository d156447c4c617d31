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
    /// <param name="apart">
    /// Pairs of cases that staff found to be of two companies although a strong key joins them: who enters with the number
    /// of one company and the name of another would join both to one lot.
    /// </param>
    public static int[] Of(
        IReadOnlyList<Entry> entries, IEnumerable<(CaseId, CaseId)> joined,
        IEnumerable<(CaseId, CaseId)>? apart = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(joined);
        var groups = new Groups(entries, apart ?? []);
        groups.JoinNumbers();
        groups.Join(e => e.Keys.NameAddress);
        groups.Join(e => e.Keys.NamePhone);
        groups.JoinApart();
        groups.Join(joined);
        return groups.Firsts();
    }

    /// <summary>
    /// Disjoint sets of entries, none of which holds two corporate numbers or two that were found apart, unless staff
    /// joined them.
    /// </summary>
    private sealed class Groups
    {
        private readonly IReadOnlyList<Entry> entries;
        private readonly int[] above;
        private readonly CompanyKey?[] numbers;
        private readonly List<(int A, int B)> apart;
        private readonly HashSet<int> decided;

        public Groups(IReadOnlyList<Entry> entries, IEnumerable<(CaseId, CaseId)> apart)
        {
            this.entries = entries;
            above = [.. Enumerable.Range(0, entries.Count)];
            numbers = [.. entries.Select(e => e.Keys.Number)];
            this.apart = [.. Indices(apart)];
            decided = [.. this.apart.SelectMany(p => new[] { p.A, p.B })];
        }

        public void JoinNumbers()
        {
            var known = new Dictionary<CompanyKey, int>(entries.Count);
            for (var i = 0; i < entries.Count; i++)
            {
                if (numbers[i] is { } number && !decided.Contains(i) && !known.TryAdd(number, i))
                    Join(known[number], i);
            }
        }

        public void Join(Func<Entry, CompanyKey> keyOf)
        {
            var known = new Dictionary<CompanyKey, (int First, int Open)>(entries.Count);
            for (var i = 0; i < entries.Count; i++)
            {
                if (decided.Contains(i))
                    continue;
                var key = keyOf(entries[i]);
                known[key] = known.TryGetValue(key, out var met) ? Meet(met, i) : (i, i);
            }
        }

        // Those that people decided about are few: each is compared with every other.
        public void JoinApart()
        {
            foreach (var i in decided.Order())
            {
                for (var j = 0; j < entries.Count; j++)
                {
                    if (Share(entries[i].Keys, entries[j].Keys) && MayJoin(First(i), First(j)))
                        Join(i, j);
                }
            }
        }

        public void Join(IEnumerable<(CaseId, CaseId)> pairs)
        {
            foreach (var (a, b) in Indices(pairs))
                Join(a, b);
        }

        public int[] Firsts() => [.. Enumerable.Range(0, entries.Count).Select(First)];

        private static bool Share(CompanyKeys one, CompanyKeys other) =>
            (one.Number is not null && one.Number == other.Number)
            || one.NameAddress == other.NameAddress || one.NamePhone == other.NamePhone;

        private bool MayJoin(int one, int other) => CompanyKeys.MayBeOne(numbers[one], numbers[other])
            && !apart.Exists(p => (First(p.A), First(p.B)) is var (a, b)
                && ((a == one && b == other) || (a == other && b == one)));

        private IEnumerable<(int A, int B)> Indices(IEnumerable<(CaseId, CaseId)> pairs)
        {
            Dictionary<CaseId, int>? index = null;
            foreach (var (a, b) in pairs)
            {
                index ??= Enumerable.Range(0, entries.Count).ToDictionary(i => entries[i].CaseId);
                if (index.TryGetValue(a, out var first) && index.TryGetValue(b, out var second))
                    yield return (first, second);
            }
        }

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
