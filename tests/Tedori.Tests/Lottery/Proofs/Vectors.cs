using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Testing;

namespace Tedori.Tests.Lottery.Proofs;

/// <summary>
/// The inputs of the test vectors, written out: twelve entries, drawn once with a simulated value and again with a
/// value that drand quicknet published (round 1000). The files beside hold what must come of them, byte for byte.
/// </summary>
internal static class Vectors
{
    public const int Entries = 12;
    public const string DrandSignature =
        "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    public const string DrandRandomness = "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd";

    private static readonly RoundId Round = RoundId.Parse("r7-01");
    private static readonly Instant Closes = Instant.FromUtc(2023, 8, 21, 8, 0);

    private static readonly byte[] Secret = SHA256.HashData("vector secret"u8);

    private static readonly SealedList List = SealedList.Of(
        Round, Enumerable.Range(1, Entries).Select(n => (n, new CaseId(Round, n), ReceivedAt(n))), Secret);

    // Entries 3 and 5 share lot 3.
    private static readonly SealedList Shared = SealedList.Of(
        Round,
        new[] { (1, 1), (2, 2), (3, 3), (4, 4), (3, 5), (5, 6) }.Select(
            e => (e.Item1, new CaseId(Round, e.Item2), ReceivedAt(e.Item2))), Secret);

    public static string File(string name) =>
        RepositoryRoot.Of("tests", "Tedori.Tests", "Lottery", "Proofs", "Vectors", name);

    public static DrawFile Draw()
    {
        var sealedAt = Closes + Duration.FromMinutes(2);
        var simulated = new BeaconValue(BeaconPledge.Simulated, Encoding.UTF8.GetBytes("vector value"));
        var drand = new BeaconValue(BeaconPledge.Drand, Convert.FromHexString(DrandSignature));
        var drandDue = DrandChain.Quicknet.TimeOf(1000);
        var first = Drawn(1, simulated, sealedAt,
            new(BeaconPledge.Simulated, "vectors", 1, sealedAt + Duration.FromMinutes(30)), null);
        var second = Drawn(
            2, drand, drandDue - Duration.FromMinutes(30),
            new(BeaconPledge.Drand, DrandChain.Quicknet.Hash, 1000, drandDue, drandDue + Duration.FromDays(1)),
            "1回目の公開乱数に誤りがあったため");
        return new(
            DrawFile.CurrentFormat, Round,
            new(sealedAt, Entries + 3,
                new Dictionary<Exclusion, int> { [Exclusion.Duplicate] = 2, [Exclusion.TooManyEmployees] = 1 },
                Entries, MerkleTree.Algorithm, List.Root, Planned: 4, CarriedIn: 1),
            List.Leaves, [first, second]);
    }

    /// <summary>A draw that a throw decided, bound to a public value or from before there was such a binding.</summary>
    public static DrawFile Thrown(bool bound)
    {
        var file = Draw();
        var due = Closes + Duration.FromHours(1);
        var pledge = new BeaconPledge(BeaconPledge.Witnessed, "vectors", 1, due, Bound: bound ? true : null);
        var thrown = new PublishedThrow(
            PublishedThrow.Prefix + $"{Round}|1|3141592653589793238462643383279502884197|2023-08-21T09:05:00Z|{new string('a', 64)}",
            due + Duration.FromMinutes(20), "nikkei225 2023-08-22", due + Duration.FromMinutes(30), "37531.53");
        var text = bound ? thrown.ProofText! : "tedori witnessed|r7-01|1|3141";
        var value = new BeaconValue(BeaconPledge.Witnessed, Encoding.UTF8.GetBytes(text));
        var drawn = Drawn(1, value, Closes + Duration.FromMinutes(2), pledge, null) with
        {
            DrawnAt = due + Duration.FromHours(1),
            Thrown = bound ? thrown : null,
        };
        return file with { Draws = [drawn] };
    }

    public static EntryProof Proof()
    {
        var draw = Draw().Draws[^1];
        var line = draw.Ranking!.Single(l => l.Number == 7);
        return EntryProof.Of(
            List, 7, new(draw.Number, draw.Value!.Randomness, line.Rank, line.Key, draw.Places, line.Won));
    }

    /// <summary>The proof of an entry that shares the lot of another.</summary>
    public static EntryProof SharedProof(int serial = 5)
    {
        var id = new CaseId(Round, serial);
        return EntryProof.Of(
            Shared, new SealedEntry(3, id, ReceivedAt(serial), SealedEntry.SaltOf(id, Secret)), null);
    }

    private static Instant ReceivedAt(int n) => Closes - Duration.FromMilliseconds(1000 - n);

    private static PublishedDraw Drawn(
        int number, BeaconValue value, Instant announcedAt, BeaconPledge pledge, string? reason)
    {
        var result = Programme.Lottery.Draw.Run(List, value.Randomness.ToBytes(), 5);
        return new(
            number, result.Algorithm, announcedAt, pledge, 5, reason, pledge.Due + Duration.FromSeconds(7),
            new(value.Kind, value.Randomness, Convert.ToHexStringLower([.. value.Proof])),
            [.. result.Ranking.Select(r => new RankedLine(r.Rank, r.Number, r.Key, r.Won))]);
    }
}
