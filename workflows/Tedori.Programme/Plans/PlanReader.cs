using Tedori.Programme.Editions;
using Tedori.Programme.Editions.Reading;
using Tedori.Programme.Plans.Reading;

namespace Tedori.Programme.Plans;

/// <summary>Reads a plan's file and checks it whole: all faults are reported at once, each with its path.</summary>
public static class PlanReader
{
    /// <summary>Newest format of the file that this code knows.</summary>
    public const int FormatVersion = 1;

    private const string Folder = "Plans/";

    private static readonly Lazy<PlanSet> Own = new(
        () => PlanSet.Read(Embedded(), EditionSet.Read(EditionReader.OfProduct).Editions));

    /// <summary>
    /// The plans that come with the product, read once from the files inside this assembly. Next year's is a further file.
    /// </summary>
    /// <exception cref="InvalidOperationException">A file is broken; the message lists all faults of all files.</exception>
    public static PlanSet OfProduct => Own.Value.Faults.Count == 0
        ? Own.Value
        : throw new InvalidOperationException(string.Join(" | ", Own.Value.Faults));

    /// <summary>Reads a plan's file.</summary>
    /// <param name="json">The text of the file, at most 1 MiB as UTF-8.</param>
    /// <param name="editions">The programmes whose items a plan may name.</param>
    /// <returns>The plan, or every fault; never an exception for bad content.</returns>
    public static PlanReading Read(string json, IReadOnlyList<Edition> editions)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(editions);
        var log = new ReadingLog();
        using var document = ProgrammeFile.Parse(json, log);
        var plan = document is null ? null : PlanFile.Read(new(document.RootElement, "", log), log, editions);
        return plan is null ? new PlanReading.Invalid(log.Faults) : new PlanReading.Valid(plan);
    }

    private static IEnumerable<EditionText> Embedded()
    {
        var assembly = typeof(PlanReader).Assembly;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new($"{name[Folder.Length..]} of the product", text.ReadToEnd());
        }
    }
}
