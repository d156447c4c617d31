using Tedori.Programme.Programmes;

namespace Tedori.Programme.Entries;

/// <summary>Decides, before the draw, which entries of a round take part in it.</summary>
public static class Screening
{
    /// <summary>The entries in order of receipt (then of serial), each with the reason for which it is out, or null.</summary>
    /// <param name="rules">The edition's rules.</param>
    /// <param name="entries">All entries of the round, in any order.</param>
    /// <param name="selected">Companies drawn in earlier rounds.</param>
    public static IReadOnlyList<(Entry Entry, Exclusion? Exclusion)> Run(
        EntryRules rules, IEnumerable<Entry> entries, IReadOnlySet<CompanyKey> selected)
    {
        var seen = new HashSet<CompanyKey>();
        return [.. entries
            .OrderBy(e => e.ReceivedAt).ThenBy(e => e.CaseId.Serial)
            .Select(e => (e, Judge(rules, e, selected, seen)))];
    }

    private static Exclusion? Judge(
        EntryRules rules, Entry entry, IReadOnlySet<CompanyKey> selected, HashSet<CompanyKey> seen)
    {
        if (!seen.Add(entry.Company))
            return Exclusion.Duplicate;
        if (!rules.WinnersMayEnterAgain && selected.Contains(entry.Company))
            return Exclusion.AlreadySelected;
        return entry.Employees > rules.MaximumEmployees ? Exclusion.TooManyEmployees : null;
    }
}
