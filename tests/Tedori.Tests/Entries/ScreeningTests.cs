using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Entries;

public sealed class ScreeningTests
{
    private static readonly HashSet<CompanyKey> Nobody = [];

    [Fact]
    public void Run_EntriesInAnyOrder_ComeInOrderOfReceiptThenSerial() =>
        Assert.Equal([3, 1, 2], Serials(Run([Entry(1, "a", 5), Entry(2, "b", 5), Entry(3, "c", 1)], Nobody)));

    [Fact]
    public void Run_SecondEntryOfACompany_IsADuplicate() =>
        Assert.Equal(
            [null, Exclusion.Duplicate, null, Exclusion.Duplicate],
            Reasons(Run([Entry(4, "a", 9), Entry(1, "a", 1), Entry(2, "a", 2), Entry(3, "b", 3)], Nobody)));

    [Fact]
    public void Run_EarlierByReceiptButLaterBySerial_IsTheOneThatStays()
    {
        var screened = Run([Entry(1, "a", 2), Entry(2, "a", 1)], Nobody);
        Assert.Equal([2, 1], Serials(screened));
        Assert.Equal([null, Exclusion.Duplicate], Reasons(screened));
    }

    [Fact]
    public void Run_CompanyDrawnBefore_IsOutUnlessWinnersMayEnterAgain()
    {
        HashSet<CompanyKey> selected = [new("a")];
        Assert.Equal([Exclusion.AlreadySelected], Reasons(Run([Entry(1, "a", 1)], selected)));
        var lenient = Sample.R7.Entry with { WinnersMayEnterAgain = true };
        Assert.Equal([null], Reasons(Screening.Run(lenient, [Entry(1, "a", 1)], selected)));
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, Exclusion.TooManyEmployees)]
    public void Run_Employees_AreLimited(int employees, Exclusion? expected) =>
        Assert.Equal([expected], Reasons(Run([Entry(1, "a", 1) with { Employees = employees }], Nobody)));

    [Fact]
    public void Run_SeveralReasons_GivesTheFirstOfDuplicateSelectedEmployees()
    {
        HashSet<CompanyKey> selected = [new("a")];
        Entry[] entries = [Entry(1, "a", 1) with { Employees = 999 }, Entry(2, "a", 2) with { Employees = 999 }];
        Assert.Equal([Exclusion.AlreadySelected, Exclusion.Duplicate], Reasons(Run(entries, selected)));
    }

    [Theory]
    [InlineData("number", "place", "place", "place", true)]
    [InlineData("place", "place", "number", "place", true)]
    [InlineData("place", "place", "place", "place", true)]
    [InlineData("number", "place", "another", "place", false)]
    [InlineData("number", "place", "another", "elsewhere", false)]
    public void Run_SameNameAddressAndPhone_IsADuplicateUnlessBothHaveNumbersOfTheirOwn(
        string company1, string place1, string company2, string place2, bool duplicate)
    {
        Entry[] entries =
        [
            Entry(1, company1, 1) with { Place = new CompanyKey(place1) },
            Entry(2, company2, 2) with { Place = new CompanyKey(place2) },
        ];
        Assert.Equal([null, duplicate ? Exclusion.Duplicate : null], Reasons(Run(entries, Nobody)));
    }

    [Fact]
    public void SealedList_OfTheScreened_NumbersOnlyThoseThatTakePart()
    {
        var list = SealedList.Of(
            Sample.RoundId, Run([Entry(1, "a", 1), Entry(2, "a", 2), Entry(3, "b", 3)], Nobody), new byte[32]);
        Assert.Equal([(1, 1), (2, 3)], list.Entries.Select(e => (e.Number, e.CaseId.Serial)));
        Assert.Equal(MerkleTree.Root([.. list.Entries.Select(e => e.Leaf())]), list.Root);
    }

    private static IReadOnlyList<(Entry Entry, Exclusion? Exclusion)> Run(
        IEnumerable<Entry> entries, IReadOnlySet<CompanyKey> selected) =>
        Screening.Run(Sample.R7.Entry, entries, selected);

    private static IEnumerable<int> Serials(IEnumerable<(Entry Entry, Exclusion? Exclusion)> screened) =>
        screened.Select(s => s.Entry.CaseId.Serial);

    private static IEnumerable<Exclusion?> Reasons(IEnumerable<(Entry Entry, Exclusion? Exclusion)> screened) =>
        screened.Select(s => s.Exclusion);

    private static Entry Entry(int serial, string company, int milliseconds) => new(
        new CaseId(Sample.RoundId, serial),
        Tokyo.At("2025-05-19T09:00:00") + Duration.FromMilliseconds(milliseconds),
        new(company),
        25);
}
