using Tedori.Functions.Components;
using Tedori.Functions.Languages;
using Tedori.Programme.Lottery;

namespace Tedori.Tests.Languages;

/// <summary>Counts have their commas as amounts have.</summary>
public sealed class CountTests
{
    [Theory]
    [InlineData("ja", 1044, 0, "1,044社")]
    [InlineData("ja", 1000, 44, "1,044社(うち前の回までに残った44社)")]
    [InlineData("ja", 1044, null, "1,044社と前の回までに残った社数")]
    [InlineData("ja-easy", 1044, 0, "1,044社")]
    [InlineData("en", 1044, 0, "1,044 companies")]
    [InlineData("en", 1, 0, "1 company")]
    [InlineData("ja", 999, 0, "999社")]
    public void Places_OfARound_HaveTheirComma(string code, int planned, int? carried, string said) =>
        Assert.Equal(said, Reader.In(Language.Find(code)!, () => PlacesLabels.Of(new PublicPlaces(planned, carried))));
}
