using Tedori.Programme;
using Tedori.Programme.Serialization;

namespace Tedori.Season.Checks;

/// <summary>Who made the entries that were taken: by what the companies, and others in their names, did.</summary>
internal sealed class EntryPlans
{
    private readonly Dictionary<string, EntryPlan> plans;
    private readonly HashSet<(RoundId Round, string Company)> disputed;

    public EntryPlans(Agenda agenda)
    {
        plans = agenda.DoneOf(Deed.Enter).Where(d => d.Result == "accepted")
            .ToDictionary(d => d.Item.Key, d => TedoriJson.Read<EntryPlan>(d.Item.Body));
        disputed = [.. plans.Values.Where(p => p.Impostor is true).Select(p => (p.Round, p.Company))];
    }

    /// <summary>The company that a case names, or null where nobody entered it.</summary>
    public string? CompanyOf(CaseDossier dossier) => plans.GetValueOrDefault(dossier.State.EntryKey)?.Company;

    /// <summary>Whether somebody else entered the case in the name of the company.</summary>
    public bool IsImpostor(CaseDossier dossier) =>
        plans.GetValueOrDefault(dossier.State.EntryKey) is { Impostor: true };

    /// <summary>Whether somebody else entered in the name of the company, in this case or beside it.</summary>
    public bool IsDisputed(CaseDossier dossier) =>
        CompanyOf(dossier) is { } company && disputed.Contains((dossier.Id.Round, company));
}
