using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

/// <summary>Keys are a letter a kind: the number (or none), name with address, name with phone.</summary>
public sealed class EntryGroupsTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 15).WithMaxTest(1000);

    [Theory]
    [InlineData("1aa 1bb", "0 0")]
    [InlineData("-aa -ab", "0 0")]
    [InlineData("-aa -ba", "0 0")]
    [InlineData("1aa -aa", "0 0")]
    [InlineData("-aa 1aa", "0 0")]
    [InlineData("1aa 2aa", "0 1")]
    [InlineData("-aa -bb", "0 1")]
    [InlineData("-aa -ab -cb", "0 0 0")]
    [InlineData("1aa -aa 2aa", "0 0 2")]
    [InlineData("-aa 1ab 2ca", "0 0 2")]
    [InlineData("1aa 2bb -ab", "0 1 0")]
    [InlineData("1aa 2aa 1bb -bc", "0 1 0 0")]
    public void Of_Entries_AreOneCompanyThroughStrongKeys(string entries, string firsts) =>
        Assert.Equal(firsts, string.Join(' ', EntryGroups.Of(Entries(entries), [])));

    // The second states the number of the first and the name of the third.
    [Theory]
    [InlineData("1aa 1bb -bc", "", "0 0 0")]
    [InlineData("1aa 1bb -bc", "0-1", "0 1 1")]
    [InlineData("1aa 1bb -bc", "1-2", "0 0 2")]
    [InlineData("1aa 1bb -bc", "0-2", "0 0 2")]
    [InlineData("1bb 1aa -bc", "0-1", "0 1 0")]
    [InlineData("1aa 1aa 1bb -bc", "0-2", "0 0 2 2")]
    [InlineData("-ab -ac", "0-1", "0 1")]
    public void Of_EntriesThatWereFoundApart_AreNotJoinedByThemNorThroughOthers(string entries, string apart, string firsts)
    {
        var all = Entries(entries);
        var pairs = apart.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => (all[p[0] - '0'].CaseId, all[p[2] - '0'].CaseId));
        Assert.Equal(firsts, string.Join(' ', EntryGroups.Of(all, [], pairs)));
    }

    [Fact]
    public void Of_AnyEntriesOneOfWhichIsFoundApartFromAnother_NeverHoldBoth() => Check(entries =>
    {
        if (entries.Length < 2)
            return true;
        var firsts = EntryGroups.Of(entries, [], [(entries[0].CaseId, entries[^1].CaseId)]);
        return firsts[0] != firsts[^1];
    });

    [Fact]
    public void Of_AnyEntries_NeverHoldTwoNumbersInOneGroup() => Check(entries =>
    {
        var firsts = EntryGroups.Of(entries, []);
        return entries.Select((e, i) => (e.Keys.Number, First: firsts[i])).Where(e => e.Number is not null)
            .GroupBy(e => e.First).All(g => g.Select(e => e.Number).Distinct().Count() == 1);
    });

    [Fact]
    public void Of_AnyEntries_OfOneNumberAreInOneGroup() => Check(entries =>
    {
        var firsts = EntryGroups.Of(entries, []);
        return entries.Select((e, i) => (e.Keys.Number, First: firsts[i])).Where(e => e.Number is not null)
            .GroupBy(e => e.Number).All(g => g.Select(e => e.First).Distinct().Count() == 1);
    });

    [Fact]
    public void Of_EntriesWithoutNumbers_AreExactlyTheTransitiveClosure() => Check(entries =>
    {
        Entry[] sole = [.. entries.Select(e => e with { Keys = e.Keys with { Number = null } })];
        return EntryGroups.Of(sole, []).SequenceEqual(Closure(sole));
    });

    [Fact]
    public void Of_AnyEntry_LeadsItsGroupWhereItIsTheFirst() => Check(entries =>
    {
        var firsts = EntryGroups.Of(entries, []);
        return firsts.Select((first, i) => first <= i && firsts[first] == first).All(holds => holds);
    });

    // Tries again and again, as slowly as it is plain.
    private static int[] Closure(Entry[] entries)
    {
        int[] firsts = [.. Enumerable.Range(0, entries.Length)];
        bool Share(int a, int b) => entries[a].Keys.All.Intersect(entries[b].Keys.All).Any();
        for (var pass = 0; pass < entries.Length; pass++)
        {
            for (var a = 0; a < entries.Length; a++)
            {
                for (var b = 0; b < entries.Length; b++)
                {
                    if (Share(a, b))
                        firsts[a] = firsts[b] = Math.Min(firsts[a], firsts[b]);
                }
            }
        }

        return firsts;
    }

    private static void Check(Func<Entry[], bool> law)
    {
        var one = from number in Gen.Elements('-', '1', '2', '3')
                  from address in Gen.Elements('a', 'b', 'c', 'd', 'e')
                  from phone in Gen.Elements('a', 'b', 'c', 'd', 'e')
                  select $"{number}{address}{phone}";
        Prop.ForAll(Gen.ArrayOf(one, 12).Select(s => string.Join(' ', s)).ToArbitrary(), text => law(Entries(text))).Check(Fixed);
    }

    private static Entry[] Entries(string text) => [.. text.Split(' ').Select((e, i) => new Entry(
        new CaseId(Sample.RoundId, i + 1), Instant.FromUnixTimeSeconds(i),
        new(e[0] == '-' ? null : CompanyKey.Of("number", $"{e[0]}"), CompanyKey.Of("address", $"{e[1]}"),
            CompanyKey.Of("phone", $"{e[2]}")), 20))];
}
