using Tedori.Programme.Lottery.Proofs;
using Tedori.Testing.Data;

namespace Tedori.Tests.Lottery.Proofs;

/// <summary>The proof of an entry that shares a lot: every verifier takes it, and none learns of the others.</summary>
public sealed class SharedLotTests
{
    [SkippableTheory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Proof_OfAnEntryThatSharesALot_HoldsInEveryVerifier(int serial) =>
        Assert.Equal(0, (await AgreeAsync(Vectors.SharedProof(serial))).ExitCode);

    [Fact]
    public void Proof_OfAnEntryThatSharesALot_NamesNoOtherReceiptNumber()
    {
        var text = Programme.Serialization.TedoriJson.Write(Vectors.SharedProof(5));
        Assert.Contains("r7-01-00005", text, StringComparison.Ordinal);
        Assert.DoesNotContain("r7-01-00003", text, StringComparison.Ordinal);
        Assert.Equal(2, Vectors.SharedProof(5).Shares!.Count);
    }

    [SkippableFact]
    public async Task Proof_WithAnotherShare_IsNamedByEveryVerifier()
    {
        var proof = Vectors.SharedProof(5);
        var verdict = await AgreeAsync(proof with { Shares = [proof.Shares![0], proof.Root] });
        Assert.Equal(1, verdict.ExitCode);
    }

    [SkippableFact]
    public async Task Proof_OfSomebodyElse_IsNamedByEveryVerifier()
    {
        var proof = Vectors.SharedProof(5);
        Assert.Equal(1, (await AgreeAsync(proof with { CaseId = proof.CaseId with { Serial = 6 } })).ExitCode);
    }

    private static async Task<Verdict> AgreeAsync(EntryProof proof)
    {
        using var folder = new TemporaryFolder();
        var file = folder["proof.json"];
        await using (var stream = File.Create(file))
            await ProofFile.WriteAsync(stream, proof);
        return await Verifiers.AgreeAsync(file);
    }
}
