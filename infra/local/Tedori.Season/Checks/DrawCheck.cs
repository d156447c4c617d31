using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Workflows.Rounds;

namespace Tedori.Season.Checks;

/// <summary>
/// Every round has been drawn, what is published of it can be repeated, and whoever was told a place is who got it.
/// </summary>
internal sealed class DrawCheck(IReadOnlyList<RoundState> rounds, DrawArchive archive) : ISeasonCheck
{
    private readonly Findings findings = new("draws");
    private readonly Dictionary<(int Round, int Rank), bool> told = [];

    public void Add(CaseDossier dossier)
    {
        foreach (var e in dossier.Events)
        {
            if (e is Programme.Cases.CaseEvent.Won won)
                told[(dossier.Id.Round.Number, won.Rank)] = true;
            if (e is Programme.Cases.CaseEvent.Lost lost)
                told[(dossier.Id.Round.Number, lost.Rank)] = false;
        }
    }

    public async Task<Invariant> FinishAsync()
    {
        foreach (var round in rounds)
        {
            var file = await archive.FileAsync(round.Id);
            findings.Expect(file?.Draws is [.., { Ranking: not null }], () => $"{round.Id} was not drawn");
            if (file is not null)
                Check(round, file);
        }

        return findings.ToInvariant("rounds and ranks");
    }

    private void Check(RoundState round, DrawFile file)
    {
        foreach (var fault in DrawVerifier.Check(file))
            findings.Found($"{round.Id}: {fault}");
        foreach (var line in file.Draws[^1].Ranking ?? [])
        {
            // Who left before the result was told none.
            var known = told.TryGetValue((round.Id.Number, line.Rank), out var won);
            findings.Expect(
                !known || won == line.Won, () => $"{round.Id} rank {line.Rank}: told {won}, drawn {line.Won}");
        }
    }
}
