using Tedori.Programme.Editions.Reading;

namespace Tedori.Programme.Editions;

/// <summary>Reads a programme file and checks it whole: all faults are reported at once, each with its path.</summary>
public static class EditionReader
{
    /// <summary>Newest format of the file that this code knows.</summary>
    public const int FormatVersion = 1;

    private const string Folder = "Editions/";

    private static readonly Lazy<IReadOnlyList<EditionText>> Files = new(Embedded);

    private static readonly Lazy<EditionSet> Own = new(() => EditionSet.Read(OfProduct));

    /// <summary>The programme files that come with the product, from inside this assembly.</summary>
    public static IReadOnlyList<EditionText> OfProduct => Files.Value;

    /// <summary>Reads a programme file.</summary>
    /// <param name="json">The text of the file, at most 1 MiB as UTF-8.</param>
    /// <returns>The edition with its warnings, or every fault; never an exception for bad content.</returns>
    public static EditionReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var log = new ReadingLog();
        using var document = ProgrammeFile.Parse(json, log);
        var edition = document is null ? null : EditionFile.Read(new(document.RootElement, "", log), log);
        return edition is null
            ? new EditionReading.Invalid(log.Faults)
            : new EditionReading.Valid(edition, [.. RoundHabits.Departures(edition), .. ContactSection.Examples(edition.Contact), .. LettersSection.Missing(edition.Letters)]);
    }

    /// <summary>The programme of 令和7年度, read once from the file inside this assembly.</summary>
    /// <exception cref="InvalidOperationException">A file is broken; the message lists all faults of all files.</exception>
    public static Edition R7() => Own.Value.Faults.Count == 0
        ? Own.Value.Editions.Single(e => e.Id == "r7")
        : throw new InvalidOperationException(string.Join(" | ", Own.Value.Faults));

    private static List<EditionText> Embedded()
    {
        var assembly = typeof(EditionReader).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => new EditionText($"{n[Folder.Length..]} of the product", TextOf(assembly.GetManifestResourceStream(n)!)))];
    }

    private static string TextOf(Stream stream)
    {
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
