using Tedori.Programme.Editions;
using Tedori.Programme.Signing;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Programmes;

public sealed class SecondPersonTests
{
    private const string Alone = "secondPerson.alone.value";

    [Fact]
    public void R7_EveryAct_NeedsASecondPerson() =>
        Assert.All(Enum.GetValues<StaffAct>(), act => Assert.True(Sample.R7.SecondPerson.Asks(act)));

    [Fact]
    public void File_ThatLeavesAnActToOne_SaysSo()
    {
        var edition = Assert.IsType<EditionReading.Valid>(
            EditionReader.Read(ProgrammeFileEdits.OfR7().Set(Alone, "[\"passEligibility\"]").Text)).Edition;

        Assert.Equal([StaffAct.PassEligibility], edition.SecondPerson.Alone);
        Assert.Contains(edition.Assumptions, a => a.Path == "secondPerson.alone");
    }

    [Fact]
    public void File_WithAnUnknownAct_IsRefusedAtItsPlace() => Assert.Contains(
        ProgrammeFileEdits.OfR7().Set(Alone, "[\"grantEverything\"]").Faults(), f => f.Path == "secondPerson.alone[0]");
}
