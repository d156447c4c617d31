using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

public sealed class ScreeningTests
{
    [Fact]
    public void Run_EntriesInAnyOrder_ComeInOrderOfPosition() =>
        Assert.Equal([1, 2, 3], Serials(Run([Entry(3, "c", 5), Entry(1, "a", 9), Entry(2, "b", 1)])));

    [Fact]
    public void Run_HeadReceivedFirstButBodyLast_GainsNothing()
    {
        var screened = Run([Entry(1, "a", 9), Entry(2, "a", 1)]);
        Assert.Equal([null, Exclusion.Joined], Reasons(screened));
        Assert.All(screened, s => Assert.Equal(1, s.Lead!.Value.Serial));
    }

    [Fact]
    public void Run_EntriesOfOneCompany_ShareOneLotAndNoneIsOut()
    {
        var screened = Run([Entry(1, "a", 1), Entry(2, "a", 2), Entry(3, "b", 3), Entry(4, "a", 4)]);
        Assert.Equal([null, Exclusion.Joined, null, Exclusion.Joined], Reasons(screened));
        Assert.Equal([1, 1, 3, 1], screened.Select(s => s.Lead!.Value.Serial));
    }

    [Fact]
    public void Run_CompanyDrawnBefore_IsOutUnlessWinnersMayEnterAgain()
    {
        Assert.Equal([Exclusion.AlreadySelected], Reasons(Run([Entry(1, "a", 1)], Drawn("a"))));
        var lenient = Sample.R7.Entry with { WinnersMayEnterAgain = true };
        Assert.Equal([null], Reasons(Screening.Run(lenient, [Entry(1, "a", 1)], Drawn("a"))));
    }

    [Fact]
    public void Run_DrawnWithANumberThenWithoutOne_IsKnownAgain()
    {
        var drawn = new DrawnCompanies();
        foreach (var key in Keys("number", "address", "phone").All)
            drawn.Add(key, Key("number"));
        Assert.Equal(
            [Exclusion.AlreadySelected, Exclusion.AlreadySelected, null],
            Reasons(Run(
            [
                Entry(1, Keys(null, "address", "another")), Entry(2, Keys(null, "elsewhere", "phone")),
                Entry(3, Keys("another", "address", "phone")),
            ], drawn)));
    }

    [Fact]
    public void Run_ImpostorUnderTheNumberOfOneThatWon_PutsNobodyElseOut()
    {
        var screened = Run([Entry(1, Keys("a", "address", "phone")), Entry(2, Keys(null, "address", "phone"))], Drawn("a"));
        Assert.Equal([Exclusion.AlreadySelected, null], Reasons(screened));
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, Exclusion.TooManyEmployees)]
    public void Run_Employees_AreLimited(int employees, Exclusion? expected) =>
        Assert.Equal([expected], Reasons(Run([Entry(1, "a", 1) with { Employees = employees }])));

    [Fact]
    public void Run_SeveralReasons_GivesTheFirstOfSelectedEmployees() =>
        Assert.Equal(
            [Exclusion.AlreadySelected], Reasons(Run([Entry(1, "a", 1) with { Employees = 999 }], Drawn("a"))));

    [Fact]
    public void Run_PairJoinedByStaff_SharesOneLot()
    {
        Entry[] entries = [Entry(1, "a", 1), Entry(2, "b", 2), Entry(3, "c", 3)];
        var joined = new[] { (entries[2].CaseId, entries[0].CaseId) };
        var screened = Screening.Run(Sample.R7.Entry, entries, DrawnCompanies.None, joined);
        Assert.Equal([null, null, Exclusion.Joined], Reasons(screened));
    }

    [Fact]
    public void SealedList_OfTheScreened_HasOneLeafForEachCompany()
    {
        var list = SealedList.Of(
            Sample.RoundId, Run([Entry(1, "a", 1), Entry(2, "a", 2), Entry(3, "b", 3)]), new byte[32]);
        Assert.Equal([(1, 1), (2, 3)], list.Entries.Select(e => (e.Number, e.CaseId.Serial)));
        Assert.Equal([2, null], list.Entries.Select(e => e.Shares?.Count));
        Assert.Equal(MerkleTree.Root([.. list.Entries.Select(e => e.Leaf())]), list.Root);
        Assert.Equal(SealedEntry.LeafOf(1, list.Entries[0].Shares!), list.Leaves[0]);
    }

    private static IReadOnlyList<ScreenedEntry> Run(IEnumerable<Entry> entries, DrawnCompanies? drawn = null) =>
        Screening.Run(Sample.R7.Entry, entries, drawn ?? DrawnCompanies.None);

    private static DrawnCompanies Drawn(string number)
    {
        var drawn = new DrawnCompanies();
        drawn.Add(Key(number), Key(number));
        return drawn;
    }

    private static IEnumerable<int> Serials(IEnumerable<ScreenedEntry> screened) =>
        screened.Select(s => s.Entry.CaseId.Serial);

    private static IEnumerable<Exclusion?> Reasons(IEnumerable<ScreenedEntry> screened) =>
        screened.Select(s => s.Exclusion);

    private static CompanyKey Key(string text) => CompanyKey.Of("test", text);

    private static CompanyKeys Keys(string? number, string address, string phone) =>
        new(number is null ? null : Key(number), Key(address), Key(phone));

    private static Entry Entry(int serial, string number, int milliseconds) => new(
        new CaseId(Sample.RoundId, serial),
        Tokyo.At("2025-05-19T09:00:00") + Duration.FromMilliseconds(milliseconds),
        Keys(number, $"address of {serial}", $"phone of {serial}"), 25);

    private static Entry Entry(int serial, CompanyKeys keys) =>
        new(new CaseId(Sample.RoundId, serial), Tokyo.At("2025-05-19T09:00:00"), keys, 25);
}
