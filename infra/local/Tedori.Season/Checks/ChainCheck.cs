using Tedori.Programme.Audit;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;

namespace Tedori.Season.Checks;

/// <summary>Each hash chain verifies, and each snapshot is what its events make.</summary>
internal sealed class ChainCheck : ISeasonCheck
{
    private readonly Findings findings = new("hash chains");

    public void Add(CaseDossier dossier)
    {
        var previous = HashChain.Start;
        for (var i = 0; i < dossier.Rows.Count; i++)
        {
            var row = dossier.Rows[i];
            findings.Expect(row.Number == i + 1 && row.Follows(previous),
                () => $"{dossier.Id}: event {row.Number} does not follow");
            previous = row.Hash;
        }

        findings.Expect(dossier.Snapshot.Hash == previous && dossier.Snapshot.Events == dossier.Rows.Count,
            () => $"{dossier.Id}: the snapshot is not of the last event");
        findings.Expect(TedoriJson.Write(CaseEvolution.Fold(dossier.Events)) == TedoriJson.Write(dossier.State),
            () => $"{dossier.Id}: the snapshot is not what the events make");
    }

    public Task<Invariant> FinishAsync() => Task.FromResult(findings.ToInvariant("events"));
}
