using Tedori.Programme.Editions.Reading;

namespace Tedori.Programme.Editions;

/// <summary>Reads a programme file and checks it whole: all faults are reported at once, each with its path.</summary>
public static class EditionReader
{
    /// <summary>Newest format of the file that this code knows.</summary>
    public const int FormatVersion = 1;

    private static readonly Lazy<Edition> Seventh = new(() => Embedded("Editions/r7.json"));

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
            : new EditionReading.Valid(edition, RoundHabits.Departures(edition));
    }

    /// <summary>The programme of 令和7年度, read once from the file inside this assembly.</summary>
    /// <exception cref="InvalidOperationException">The file is broken; the message lists its faults.</exception>
    public static Edition R7() => Seventh.Value;

    private static Edition Embedded(string name)
    {
        using var stream = typeof(EditionReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly carries no {name}.");
        using var text = new StreamReader(stream);
        return Read(text.ReadToEnd()).Match(
            valid => valid.Edition,
            invalid => throw new InvalidOperationException($"{name}: {string.Join(" | ", invalid.Faults)}"));
    }
}
