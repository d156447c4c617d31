using Tedori.Programme.Editions;

namespace Tedori.Tests.Programmes;

/// <summary>What notices say that the office decides stands in the file, or is not said.</summary>
public sealed class LettersSectionTests
{
    [Fact]
    public void Read_TheOwnFiles_SayAllOfIt()
    {
        Assert.All([EditionReader.R7(), Read(Example())], e => Assert.All(
            [e.Letters.Appeal, e.Letters.Review, e.Letters.Visits, e.Contact!.Signatory], Assert.NotNull));
        Assert.All(
            (string[])["letters.appeal", "letters.review", "letters.visits"],
            path => Assert.Contains(EditionReader.R7().Assumptions, a => a.Path == path && a.Source == "A"));
    }

    [Fact]
    public void Read_AFileFromBefore_SaysNothingAndWarnsOfEach()
    {
        var read = Assert.IsType<EditionReading.Valid>(EditionReader.Read(ProgrammeFileEdits.OfR7().Remove("letters").Text));

        Assert.Equal(new LetterTexts(), read.Edition.Letters);
        Assert.Equal(
            ["letters.appeal", "letters.review", "letters.visits"],
            read.Warnings.Select(w => w.Path).Where(p => p.StartsWith("letters", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_ABlankText_IsAFaultOfItsField()
    {
        var edited = ProgrammeFileEdits.OfR7().Set("letters.appeal.value", "\" \"");

        var fault = Assert.Single(Assert.IsType<EditionReading.Invalid>(EditionReader.Read(edited.Text)).Faults);

        Assert.StartsWith("letters.appeal", fault.Path, StringComparison.Ordinal);
    }

    private static Edition Read(string text) => Assert.IsType<EditionReading.Valid>(EditionReader.Read(text)).Edition;

    private static string Example() => File.ReadAllText(
        Testing.RepositoryRoot.Of("workflows", "Tedori.Programme", "Editions", "Examples", "r8.json"));
}
