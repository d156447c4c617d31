using Tedori.Functions.Editions;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Office;
using Tedori.Testing.Records;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;

namespace Tedori.Tests.Editions;

/// <summary>What processes serve over one record while files come, break and go.</summary>
public sealed class EditionServiceSpecs : IDisposable
{
    private static readonly RoundId Eighth = RoundId.Parse("r8-01");
    private readonly TemporaryFolder folder = new();
    private readonly TestOffice office = new();
    private readonly EditionCatalog catalog = new(Sample.R7);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Apply_AFileThatCame_IsServedBesideTheOthers()
    {
        await ApplyAsync();
        Assert.False(catalog.Has(Eighth));

        File.WriteAllText(folder["r8.json"], Years.R8Text);
        await ApplyAsync();

        Assert.Equal(["r7", "r8"], catalog.All.Select(e => e.Id));
        Assert.Empty(catalog.Faults);
    }

    [Fact]
    public async Task Apply_AFileThatBroke_GoesOnAsItWasAndHidesNoOther()
    {
        File.WriteAllText(folder["r8.json"], Years.R8Text);
        await ApplyAsync();
        File.WriteAllText(
            folder["r8.json"], Years.R8Text.Replace("\"places\": 140", "\"places\": 0", StringComparison.Ordinal));
        File.WriteAllText(folder["r9.json"], Years.R8Text.Replace("\"r8\"", "\"r9\"", StringComparison.Ordinal));

        await ApplyAsync();

        Assert.Equal(["r7", "r8", "r9"], catalog.All.Select(e => e.Id));
        Assert.Equal(140, catalog.Of(Eighth).Round(1).Places);
        Assert.Equal(10, catalog.Faults.Count(f => f.Contains(".places", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Apply_AFileThatWasMended_IsServedAsItIsNow()
    {
        File.WriteAllText(folder["r8.json"], Years.R8Text);
        await ApplyAsync();
        File.WriteAllText(
            folder["r8.json"], Years.R8Text.Replace("\"places\": 140", "\"places\": 150", StringComparison.Ordinal));

        await ApplyAsync();

        Assert.Equal(150, catalog.Of(Eighth).Round(1).Places);
    }

    [Fact]
    public async Task Apply_InAProcessThatStartsWithoutTheFile_ServesTheYearFromTheRecord()
    {
        File.WriteAllText(folder["r8.json"], Years.R8Text);
        await ApplyAsync();
        File.Delete(folder["r8.json"]);
        var later = new EditionCatalog(Sample.R7);

        await ApplyAsync(later);

        Assert.True(later.Has(Eighth));
        Assert.Contains("'r8'", Assert.Single(later.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_WhereThePlaceIsGone_SaysSoAndServesWhatIsKnown()
    {
        File.WriteAllText(folder["r8.json"], Years.R8Text);
        await ApplyAsync();
        var later = new EditionCatalog();

        await new EditionService(
            later, new(new ProductEditions(), new FolderEditions(folder["absent"])), Archive).ApplyAsync();

        Assert.Equal(["r7", "r8"], later.All.Select(e => e.Id));
        Assert.Contains(later.Faults, f => f.Contains("absent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apply_AfterClosedDaysWereChanged_KeepsThem()
    {
        var day = Tokyo.Day("2026-06-04");
        catalog.Overlay([new ClosedDayChange(day, true, "臨時閉庁")]);
        File.WriteAllText(folder["r8.json"], Years.R8Text);

        await ApplyAsync();

        Assert.All(catalog.All, e => Assert.False(e.Calendar.IsOpen(day)));
    }

    [Fact]
    public void Catalog_ACaseOfAYearThatIsNotServed_IsAnsweredWithASentence()
    {
        var failure = Assert.Throws<EditionNotServedException>(() => catalog.Of(CaseId.Parse("r8-01-00001")));

        Assert.Equal("r8", failure.Edition);
        Assert.Contains("No programme file of 'r8' is served here", failure.Message, StringComparison.Ordinal);
    }

    private EditionArchive Archive => new(office.Records, office.Clock);

    private Task ApplyAsync(EditionCatalog? into = null) => new EditionService(
        into ?? catalog, new(new ProductEditions(), new FolderEditions(folder.Path)), Archive).ApplyAsync();
}
