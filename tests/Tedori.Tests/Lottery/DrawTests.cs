using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Tests.Cases;

namespace Tedori.Tests.Lottery;

public sealed class DrawTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70005).WithMaxTest(200);
    private static readonly byte[] Seed = SHA256.HashData("a published value"u8);

    private static readonly Gen<(SealedList List, byte[] Seed, int Places)> Any =
        from entries in Gen.Choose(0, 250)
        from seed in Gen.Choose(0, int.MaxValue)
        from places in Gen.Choose(0, 260)
        select (List(entries), SHA256.HashData(BitConverter.GetBytes(seed)), places);

    [Fact]
    public void Run_KnownList_RanksByTheAlgorithmAsDescribed()
    {
        var draw = Draw.Run(List(8), Seed, 3);
        Assert.Equal("hmac-sha256-v1", draw.Algorithm);
        Assert.Equal(Expected(8), draw.Ranking.Select(r => r.Number));
        Assert.Equal([1, 2, 3], draw.Ranking.Where(r => r.Won).Select(r => r.Rank));
    }

    [Fact]
    public void Run_AnyList_IsAPermutationByRankWithAsManyWinnersAsPlaces() => Hold(x =>
    {
        var ranking = Draw.Run(x.List, x.Seed, x.Places).Ranking;
        return ranking.Select(r => r.Number).Order().SequenceEqual(x.List.Entries.Select(e => e.Number))
            && ranking.Select(r => r.CaseId).ToHashSet().SetEquals(x.List.Entries.Select(e => e.CaseId))
            && ranking.Select(r => r.Rank).SequenceEqual(Enumerable.Range(1, ranking.Count))
            && ranking.Count(r => r.Won) == Math.Min(x.Places, x.List.Entries.Count)
            && ranking.All(r => r.Won == (r.Rank <= x.Places));
    });

    [Fact]
    public void Run_Again_IsTheSame() => Hold(x =>
        Draw.Run(x.List, x.Seed, x.Places).Ranking.SequenceEqual(Draw.Run(x.List, x.Seed, x.Places).Ranking));

    [Fact]
    public void Run_MorePlaces_NeverTurnsAWinnerIntoALoser() => Hold(x =>
    {
        var winners = Winners(Draw.Run(x.List, x.Seed, x.Places));
        return winners.IsSubsetOf(Winners(Draw.Run(x.List, x.Seed, x.Places + 7)));
    });

    [Fact]
    public void Run_EntriesInAnotherOrder_RanksTheSame() => Hold(x =>
    {
        var reversed = x.List with { Entries = [.. x.List.Entries.Reverse()] };
        return Draw.Run(reversed, x.Seed, x.Places).Ranking.SequenceEqual(Draw.Run(x.List, x.Seed, x.Places).Ranking);
    });

    [Fact]
    public void Run_AnotherSeedOrRound_RanksOtherwise()
    {
        var ranking = Draw.Run(List(50), Seed, 10).Ranking.Select(r => r.Number).ToList();
        Assert.NotEqual(ranking, Draw.Run(List(50), SHA256.HashData(Seed), 10).Ranking.Select(r => r.Number));
        var elsewhere = List(50) with { Round = RoundId.Parse("r7-02") };
        Assert.NotEqual(ranking, Draw.Run(elsewhere, Seed, 10).Ranking.Select(r => r.Number));
    }

    [Fact]
    public void Run_TenThousandDraws_FavoursNoNumber()
    {
        var wins = new int[5];
        for (var i = 0; i < 10_000; i++)
        {
            var draw = Draw.Run(List(5), SHA256.HashData(BitConverter.GetBytes(i)), 2);
            foreach (var winner in draw.Ranking.Where(r => r.Won))
                wins[winner.Number - 1]++;
        }

        // 4,000 each are expected; 200 are four standard deviations.
        Assert.All(wins, w => Assert.InRange(w, 3_800, 4_200));
    }

    [Fact]
    public void Run_SeedTooShort_IsAnError() =>
        Assert.Throws<ArgumentException>(() => Draw.Run(List(3), new byte[15], 1));

    [Fact]
    public void Run_NegativePlaces_IsAnError() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Run(List(3), Seed, -1));

    [Fact]
    public void Run_EmptyList_DrawsNobody() => Assert.Empty(Draw.Run(List(0), Seed, 140).Ranking);

    [Fact]
    public void Digest_AnyChangeOfTheList_Shows()
    {
        var list = List(3).Entries;
        var digests = new[]
        {
            SealedList.DigestOf(list),
            SealedList.DigestOf([.. list.Reverse()]),
            SealedList.DigestOf([.. list.Take(2)]),
            SealedList.DigestOf([list[0] with { Number = 4 }, .. list.Skip(1)]),
            SealedList.DigestOf([list[0] with { ReceivedAt = list[0].ReceivedAt + Tokyo.Millisecond }, .. list.Skip(1)]),
            SealedList.DigestOf([list[0] with { CaseId = Sample.CaseId with { Serial = 99 } }, .. list.Skip(1)]),
        };
        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    private static void Hold(Func<(SealedList List, byte[] Seed, int Places), bool> law) =>
        Check.One(Fixed, Prop.ForAll(Any.ToArbitrary(), law));

    private static HashSet<CaseId> Winners(DrawResult draw) => [.. draw.Ranking.Where(r => r.Won).Select(r => r.CaseId)];

    private static SealedList List(int entries)
    {
        var rows = Enumerable.Range(1, entries).Select(n => new SealedEntry(
            n, new CaseId(Sample.RoundId, n), Tokyo.At("2025-05-19T09:00:00") + n * Tokyo.Millisecond)).ToList();
        return new(Sample.RoundId, rows, SealedList.DigestOf(rows));
    }

    // The algorithm once more, from its description: HMAC-SHA256(seed, round ‖ SHA-256(number|case|received)).
    private static IEnumerable<int> Expected(int entries) => List(entries).Entries.OrderBy(e =>
    {
        var received = $"2025-05-19T00:00:00.{e.Number:000}Z";
        var leaf = SHA256.HashData(Encoding.UTF8.GetBytes($"{e.Number}|r7-01-{e.Number:00000}|{received}"));
        return Convert.ToHexString(HMACSHA256.HashData(Seed, Encoding.UTF8.GetBytes("r7-01").Concat(leaf).ToArray()));
    }, StringComparer.Ordinal).Select(e => e.Number);
}
