namespace Tedori.Season.Checks;

/// <summary>An invariant of one year where several are played: it sees the cases of that year alone.</summary>
internal sealed class YearCheck(string edition, ISeasonCheck inner) : ISeasonCheck
{
    public void Add(CaseDossier dossier)
    {
        if (dossier.Id.Round.Edition == edition)
            inner.Add(dossier);
    }

    public async Task<Invariant> FinishAsync()
    {
        var found = await inner.FinishAsync();
        return found with { Name = $"{edition} {found.Name}" };
    }
}
