using System.Security.Cryptography;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Serialization;
using Tedori.Tests.Commands;

namespace Tedori.Tests.Lottery.Proofs;

[Collection(CommandLineTestsGroup.Name)]
public sealed class VectorTests
{
    /// <summary>
    /// Set TEDORI_UPDATE_VECTORS=1 to write the files anew, after a change of the format that is meant.
    /// </summary>
    private static readonly bool Update = Environment.GetEnvironmentVariable("TEDORI_UPDATE_VECTORS") == "1";

    [Theory]
    [InlineData("draw.json")]
    [InlineData("proof.json")]
    public async Task Vectors_OfTheFixedInputs_AreTheFilesByteForByte(string name)
    {
        var text = (name == "draw.json" ? TedoriJson.Write(Vectors.Draw()) : TedoriJson.Write(Vectors.Proof())) + "\n";
        if (Update)
            await File.WriteAllTextAsync(Vectors.File(name), text);
        Assert.Equal(await File.ReadAllTextAsync(Vectors.File(name)), text);
    }

    [SkippableTheory]
    [InlineData("draw.json")]
    [InlineData("proof.json")]
    public async Task Vectors_ForAllThreeVerifiers_Hold(string name)
    {
        var verdict = await Verifiers.AgreeAsync(Vectors.File(name));
        Assert.True(verdict.ExitCode == 0, verdict.Output);
    }

    [Fact]
    public void Drand_AValueOfQuicknet_IsTheDigestOfItsSignature() => Assert.Equal(
        Vectors.DrandRandomness,
        new BeaconValue("drand", Convert.FromHexString(Vectors.DrandSignature)).Randomness.ToString());

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Root_OfTheLeavesOfCertificateTransparency_IsTheirs(int count, string root)
    {
        // The known answers of RFC 6962's reference tree, whose inputs these are.
        string[] inputs =
            ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        Hash256[] leaves =
            [.. inputs.Take(count).Select(i => new Hash256(SHA256.HashData([0, .. Convert.FromHexString(i)])))];
        Assert.Equal(root, MerkleTree.Root(leaves).ToString());
    }

    [Fact]
    public void Path_OfEveryLeafOfEveryTree_LeadsToTheRootAndNoOtherDoes()
    {
        for (var count = 1; count <= 20; count++)
        {
            Hash256[] leaves = [.. Enumerable.Range(1, count).Select(i => new Hash256(SHA256.HashData([(byte)i])))];
            var root = MerkleTree.Root(leaves);
            for (var i = 0; i < count; i++)
            {
                var path = MerkleTree.Path(leaves, i);
                Assert.Equal(root, MerkleTree.RootOf(leaves[i], i, count, path));
                Assert.NotEqual(root, MerkleTree.RootOf(leaves[i], (i + 1) % (count + 1), count, path));
                Assert.Null(MerkleTree.RootOf(leaves[i], i, count, [.. path, root]));
                Assert.Null(count > 1 ? MerkleTree.RootOf(leaves[i], i, count, [.. path.Skip(1)]) : null);
            }
        }
    }
}
