using Tedori.Programme.Editions;

namespace Tedori.Programme.Entries;

/// <summary>
/// Decides, before the draw, which entries of a round take part in it, and which of them share one lot because they are
/// of one company. Nobody is out for being second.
/// </summary>
public static class Screening
{
    /// <summary>
    /// The entries in order of their position, which is given when the whole request is there: whoever holds the rest of
    /// one back gains nothing.
    /// </summary>
    /// <param name="rules">The edition's rules.</param>
    /// <param name="entries">All entries of the round, in any order.</param>
    /// <param name="drawn">Companies drawn in earlier rounds.</param>
    /// <param name="joined">Pairs of cases that staff joined.</param>
    /// <param name="apart">Entries that staff found to be of other companies than those that were drawn.</param>
    /// <param name="parted">Pairs of cases that staff found to be of two companies although a strong key joins them.</param>
    public static IReadOnlyList<ScreenedEntry> Run(
        EntryRules rules, IEnumerable<Entry> entries, DrawnCompanies drawn,
        IEnumerable<(CaseId, CaseId)>? joined = null, IReadOnlySet<CaseId>? apart = null,
        IEnumerable<(CaseId, CaseId)>? parted = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var ordered = entries.OrderBy(e => e.CaseId.Serial).ToList();
        var reasons = ordered.ConvertAll(e => Judge(rules, e, apart?.Contains(e.CaseId) == true ? DrawnCompanies.None : drawn));
        var taking = ordered.Where((_, i) => reasons[i] is null).ToList();
        var firsts = EntryGroups.Of(taking, joined ?? [], parted);
        var next = 0;
        return [.. ordered.Select((entry, i) => reasons[i] is { } reason
            ? new ScreenedEntry(entry, reason, null)
            : Taking(taking, firsts, next++))];
    }

    private static ScreenedEntry Taking(List<Entry> taking, int[] firsts, int i) =>
        new(taking[i], firsts[i] == i ? null : Exclusion.Joined, taking[firsts[i]].CaseId);

    // By what it states itself: what others state under its number or name puts nobody out.
    private static Exclusion? Judge(EntryRules rules, Entry entry, DrawnCompanies drawn)
    {
        if (!rules.WinnersMayEnterAgain && drawn.Knows(entry.Keys))
            return Exclusion.AlreadySelected;
        return entry.Employees > rules.MaximumEmployees ? Exclusion.TooManyEmployees : null;
    }
}
