using Tedori.Programme.Editions;

namespace Tedori.Tests.Programmes;

public sealed class EditionReaderTests
{
    [Fact]
    public void Read_SeveralBrokenFields_ReportsAllAtOnce()
    {
        var faults = ProgrammeFileEdits.OfR7()
            .Set("fiscalYear", "\"令和7年\"")
            .Set("rounds.value[3].plain.claim", "\"2026-05-20(木)\"")
            .Set("rounds.value[6].places", "-1")
            .Set("rounds.value[7].venue", "\"飯田橋\"")
            .Set("items.value[14].group", "\"pay\"")
            .Set("windows.drain.value", "\"soon\"")
            .Remove("windows.beaconDelay.note")
            .Remove("holidays.2026[0]")
            .Remove("holidays.2028")
            .Faults();

        Assert.Equal(
            [
                "fiscalYear", "rounds[3].plain.claim", "rounds[6].places", "rounds[7].venue", "items[14].group",
                "windows.drain", "windows.beaconDelay.note", "holidays.2026", "holidays.2028",
            ],
            faults.Select(f => f.Path));
    }

    [Fact]
    public void Read_AnEmptyObject_NamesEverySectionThatIsMissing() =>
        Assert.Equal(
            16, ProgrammeFileEdits.FaultsOf("{}").Count(f => f.Message == "This field is missing; add it."));

    [Theory]
    [InlineData("", "line 1, position 1")]
    [InlineData("{", "line 1, position 2")]
    [InlineData("{\n  \"name\": \"令和\" x\n}", "line 2, position 16")]
    [InlineData("{\n  \"name\": 令和\n}", "line 2, position 11")]
    [InlineData("{} {}", "line 1, position 4")]
    [InlineData("{ \"a\": 1, } // no", "line 1, position 11")]
    public void Read_MalformedJson_IsOneFaultWithItsPosition(string json, string position)
    {
        var fault = Assert.Single(ProgrammeFileEdits.FaultsOf(json));
        Assert.Equal(("$", true), (fault.Path, fault.Message.Contains(position, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"r7\"")]
    [InlineData("{\"name\": \"\\ud800\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    public void Read_SomethingElseThanAProgramme_IsOneFaultOnTheWhole(string json) =>
        Assert.Equal("$", Assert.Single(ProgrammeFileEdits.FaultsOf(json)).Path);

    [Fact]
    public void Read_HalfASurrogatePairInTheText_IsOneFault() =>
        Assert.Equal("$", Assert.Single(ProgrammeFileEdits.FaultsOf($"{{\"name\": \"{'\ud800'}\"}}")).Path);

    [Fact]
    public void Read_AnyOneValueReplacedByNull_IsExactlyOneFaultThere()
    {
        foreach (var leaf in ProgrammeFileEdits.OfR7().Leaves())
        {
            var fault = Assert.Single(ProgrammeFileEdits.OfR7().Set(leaf, "null").Faults());
            Assert.Equal(leaf.Replace(".value", "", StringComparison.Ordinal), fault.Path);
            Assert.Contains("found null", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_CutOffAnywhere_IsOneFault()
    {
        for (var length = 0; length < ProgrammeFileEdits.R7Text.TrimEnd().Length; length += 97)
            Assert.Equal("$", Assert.Single(ProgrammeFileEdits.FaultsOf(ProgrammeFileEdits.R7Text[..length])).Path);
    }

    [Fact]
    public void Read_DeeperThanAnyProgramme_IsOneFault() =>
        Assert.Single(ProgrammeFileEdits.FaultsOf(new string('[', 10_000) + new string(']', 10_000)));

    [Fact]
    public void Read_LargerThanOneMebibyte_IsOneFault()
    {
        var fault = Assert.Single(ProgrammeFileEdits.FaultsOf(new string(' ', (1024 * 1024) + 1)));

        Assert.Contains("larger than 1 MiB", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ExactlyOneMebibyte_IsRead()
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(ProgrammeFileEdits.R7Text);
        var padded = ProgrammeFileEdits.R7Text + new string(' ', (1024 * 1024) - bytes);

        Assert.IsType<EditionReading.Valid>(EditionReader.Read(padded));
    }

    [Fact]
    public void Read_AFieldThatStandsTwice_IsOneFault()
    {
        const string once = "\"id\": \"r7\",";
        var twice = ProgrammeFileEdits.R7Text.Replace(once, once + once, StringComparison.Ordinal);

        Assert.Equal("id", Assert.Single(ProgrammeFileEdits.FaultsOf(twice)).Path);
    }

    [Fact]
    public void Read_AHolidayTooMany_IsOneFaultThere() => Assert.Equal(
        "holidays.2025[19]",
        Assert.Single(ProgrammeFileEdits.OfR7().Append("holidays.2025", "\"2025-12-25(木) クリスマス\"").Faults()).Path);

    [Fact]
    public void Read_ANewerFormat_JudgesNothingElse() => Assert.Equal(
        "formatVersion",
        Assert.Single(ProgrammeFileEdits.FaultsOf("{\"formatVersion\": 2, \"somethingNew\": true}")).Path);

    [Fact]
    public void Read_AByteOrderMark_IsIgnored() =>
        Assert.IsType<EditionReading.Valid>(EditionReader.Read("\uFEFF" + ProgrammeFileEdits.R7Text));

    [Fact]
    public void Read_Null_Throws() => Assert.Throws<ArgumentNullException>(() => EditionReader.Read(null!));

    [Fact]
    public void R7_Twice_IsTheSameInstance() => Assert.Same(EditionReader.R7(), EditionReader.R7());
}
