using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

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
        var reversed = new SealedList(x.List.Round, [.. x.List.Entries.Reverse()]);
        return Draw.Run(reversed, x.Seed, x.Places).Ranking.SequenceEqual(Draw.Run(x.List, x.Seed, x.Places).Ranking);
    });

    [Fact]
    public void Run_AnotherSeedOrRound_RanksOtherwise()
    {
        var ranking = Draw.Run(List(50), Seed, 10).Ranking.Select(r => r.Number).ToList();
        Assert.NotEqual(ranking, Draw.Run(List(50), SHA256.HashData(Seed), 10).Ranking.Select(r => r.Number));
        var elsewhere = new SealedList(RoundId.Parse("r7-02"), List(50).Entries);
        Assert.NotEqual(ranking, Draw.Run(elsewhere, Seed, 10).Ranking.Select(r => r.Number));
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
    public void Run_EqualKeys_AreRankedByNumber()
    {
        // No two keys are equal in practice, so the order itself is asked.
        var key = new Hash256(Seed);
        Assert.True(new Keyed(key, 2, 0).CompareTo(new(key, 3, 1)) < 0);
        Assert.True(new Keyed(key, 3, 0).CompareTo(new(key, 2, 1)) > 0);
    }

    [Fact]
    public void Root_AnyChangeOfTheList_Shows()
    {
        var list = List(3).Entries;
        var roots = new[]
        {
            RootOf(list),
            RootOf([.. list.Reverse()]),
            RootOf([.. list.Take(2)]),
            RootOf([list[0] with { Number = 4 }, .. list.Skip(1)]),
            RootOf([list[0] with { ReceivedAt = list[0].ReceivedAt + Tokyo.Millisecond }, .. list.Skip(1)]),
            RootOf([list[0] with { CaseId = Sample.CaseId with { Serial = 99 } }, .. list.Skip(1)]),
            RootOf([list[0] with { Salt = list[1].Salt }, .. list.Skip(1)]),
        };
        Assert.Equal(roots.Length, roots.Distinct().Count());
    }

    private static void Hold(Func<(SealedList List, byte[] Seed, int Places), bool> law) =>
        Check.One(Fixed, Prop.ForAll(Any.ToArbitrary(), law));

    private static HashSet<CaseId> Winners(DrawResult draw) =>
        [.. draw.Ranking.Where(r => r.Won).Select(r => r.CaseId)];

    private static Hash256 RootOf(IReadOnlyList<SealedEntry> entries) => new SealedList(Sample.RoundId, entries).Root;

    private static SealedList List(int entries)
    {
        var rows = Enumerable.Range(1, entries).Select(n => new SealedEntry(
            n, new CaseId(Sample.RoundId, n), Tokyo.At("2025-05-19T09:00:00") + n * Tokyo.Millisecond,
            Salt(n))).ToList();
        return new(Sample.RoundId, rows);
    }

    private static Hash256 Salt(int n) => new(SHA256.HashData(BitConverter.GetBytes(n)));

    // The algorithm once more, from its description: HMAC-SHA256(seed, round ‖ SHA-256(0 ‖ number|case|received|salt)).
    private static IEnumerable<int> Expected(int entries) => List(entries).Entries.OrderBy(e =>
    {
        var text = $"\0{e.Number}|r7-01-{e.Number:00000}|2025-05-19T00:00:00.{e.Number:000}Z|{Salt(e.Number)}";
        var leaf = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexString(HMACSHA256.HashData(Seed, Encoding.UTF8.GetBytes("r7-01").Concat(leaf).ToArray()));
    }, StringComparer.Ordinal).Select(e => e.Number);
}
