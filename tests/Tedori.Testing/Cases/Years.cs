using Tedori.Programme.Editions;

namespace Tedori.Testing.Cases;

/// <summary>The example of the next year's programme that stands in the repository.</summary>
internal static class Years
{
    public static readonly string R7Path = RepositoryRoot.Of("workflows", "Tedori.Programme", "Editions", "r7.json");

    public static readonly string R8Path =
        RepositoryRoot.Of("workflows", "Tedori.Programme", "Editions", "Examples", "r8.json");

    public static readonly string R8Text = File.ReadAllText(R8Path);

    public static readonly EditionReading.Valid R8Reading =
        Assert.IsType<EditionReading.Valid>(EditionReader.Read(R8Text));

    public static readonly Edition R8 = R8Reading.Edition;
}
