namespace Tedori.Season.Checks;

/// <summary>
/// One invariant: sees every case, then judges. Recomputes what it checks; it does not ask the rules again.
/// </summary>
internal interface ISeasonCheck
{
    void Add(CaseDossier dossier);

    Task<Invariant> FinishAsync();
}
