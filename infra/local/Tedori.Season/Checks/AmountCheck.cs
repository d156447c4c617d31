using Tedori.Programme.Cases;
using Tedori.Programme.Editions;

namespace Tedori.Season.Checks;

/// <summary>Every amount equals an independent recomputation and none exceeds the ceiling.</summary>
internal sealed class AmountCheck(Edition edition) : ISeasonCheck
{
    private readonly Findings findings = new("amounts");

    public void Add(CaseDossier dossier)
    {
        foreach (var granted in dossier.Events.OfType<CaseEvent.GrantDecided>())
        {
            var expected = Recompute(granted.Approved);
            findings.Expect(granted.Yen == expected && granted.Yen is > 0 && granted.Yen <= edition.Grant.CeilingYen,
                () => $"{dossier.Id}: {granted.Yen} yen, recomputed {expected}");
            findings.Expect(granted.Yen == dossier.State.GrantYen, () => $"{dossier.Id}: event and state differ");
        }
    }

    public Task<Invariant> FinishAsync() => Task.FromResult(findings.ToInvariant("grants"));

    // From the table's point of view, item by item, and not group by group as the rules have it.
    private long Recompute(Claim approved)
    {
        var paid = new Dictionary<string, long>();
        foreach (var item in edition.Items.Where(i => approved.Items.Contains(i.Number)))
        {
            var group = edition.Groups.First(g => g.Id == item.Group);
            var units = group.Unit == GrantUnit.Person ? approved.Persons : 1;
            for (var unit = 0; unit < units; unit++)
                paid[group.Id] = Math.Min(group.CapYen, paid.GetValueOrDefault(group.Id) + group.UnitYen);
        }

        return approved.Items.Count < edition.Grant.MinimumItems
            ? 0
            : Math.Min(edition.Grant.CeilingYen, paid.Values.Sum());
    }
}
