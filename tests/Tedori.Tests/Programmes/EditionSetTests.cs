using Tedori.Programme.Editions;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Programmes;

public sealed class EditionSetTests
{
    [Fact]
    public void Read_FilesWithFaults_HideNoneOfTheOthersAndAllFaultsAreKnownAtOnce()
    {
        var set = EditionSet.Read(
        [
            new("a.json", "{ "),
            new("b.json", Years.R8Text.Replace("\"places\": 140", "\"places\": 0", StringComparison.Ordinal)),
            new("c.json", Years.R8Text),
            new("d.json", Years.R8Text),
            new("e.json", Years.R8Text.Replace("\"r8\"", "\"r9\"", StringComparison.Ordinal)),
        ]);

        Assert.Equal(["r8", "r9"], set.Editions.Select(e => e.Id));
        Assert.Equal(Years.R8Text, set.Texts["r8"]);
        Assert.Equal(
            [1, 10, 0, 1],
            "abcd".Select(n => set.Faults.Count(f => f.Contains($"'{n}.json' has ", StringComparison.Ordinal))));
        Assert.Contains(set.Faults, f => f.Contains("rounds[3].places", StringComparison.Ordinal));
        Assert.Contains("The programme file 'd.json' has the id 'r8' of 'c.json': give another.", set.Faults);
    }

    [Fact]
    public void Product_Files_HoldWithoutFault()
    {
        var set = EditionSet.Read(EditionReader.OfProduct);

        Assert.Empty(set.Faults);
        Assert.Contains(set.Editions, e => e.Id == "r7");
    }
}
