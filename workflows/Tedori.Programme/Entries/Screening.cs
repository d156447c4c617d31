using Tedori.Programme.Editions;

namespace Tedori.Programme.Entries;

/// <summary>Decides, before the draw, which entries of a round take part in it.</summary>
public static class Screening
{
    /// <summary>
    /// The entries in order of receipt (then of serial), each with the reason for which it is out, or null.
    /// </summary>
    /// <param name="rules">The edition's rules.</param>
    /// <param name="entries">All entries of the round, in any order.</param>
    /// <param name="selected">Companies drawn in earlier rounds.</param>
    public static IReadOnlyList<(Entry Entry, Exclusion? Exclusion)> Run(
        EntryRules rules, IEnumerable<Entry> entries, IReadOnlySet<CompanyKey> selected)
    {
        var seen = new Seen();
        return [.. entries
            .OrderBy(e => e.ReceivedAt).ThenBy(e => e.CaseId.Serial)
            .Select(e => (e, Judge(rules, e, selected, seen)))];
    }

    private static Exclusion? Judge(
        EntryRules rules, Entry entry, IReadOnlySet<CompanyKey> selected, Seen seen)
    {
        if (!seen.IsFirst(entry))
            return Exclusion.Duplicate;
        if (!rules.WinnersMayEnterAgain && selected.Contains(entry.Company))
            return Exclusion.AlreadySelected;
        return entry.Employees > rules.MaximumEmployees ? Exclusion.TooManyEmployees : null;
    }

    /// <summary>
    /// Who came before. Two companies with numbers of their own are two, however alike their addresses.
    /// </summary>
    private sealed class Seen
    {
        private readonly HashSet<CompanyKey> companies = [];
        private readonly HashSet<CompanyKey> places = [];

        public bool IsFirst(Entry entry)
        {
            // Without a number the name, address and phone decide; against one without a number they decide too.
            var known = entry.Place is { } place
                && (companies.Contains(place) || (!entry.HasNumber && places.Contains(place)));
            if (entry.Place is { } its)
                places.Add(its);
            return companies.Add(entry.Company) && !known;
        }
    }
}
