using Tedori.Programme.Editions;
using Tedori.Programme.Editions.Reading;

namespace Tedori.Programme.Plans.Reading;

/// <summary>The measures of one side in one area.</summary>
internal static class MeasureSection
{
    private const int MostPoints = 50;
    private const int MostReasons = 20;
    private const int LongestName = 40;

    /// <summary>The measures that could be read, in order.</summary>
    public static IReadOnlyList<Measure> ReadAll(FileNode node, Func<string, MeasureId> idOf, Edition? edition)
    {
        var measures = new List<Measure>();
        foreach (var (index, element) in node.Elements(KanaLetters.Count).Index())
        {
            if (ReadOne(element, index, idOf(KanaLetters.LatinAt(index)), edition) is { } measure)
                measures.Add(measure);
        }

        return measures;
    }

    private static Measure? ReadOne(FileNode node, int index, MeasureId id, Edition? edition)
    {
        var faults = node.Faults;
        var measure = node.Object(["letter", "name", "text"], "points", "fits", "situations", "programme");
        var letter = measure.Field("letter").Text();
        if (letter is not null && letter != KanaLetters.At(index))
            measure.Field("letter").Fault($"The letter {KanaLetters.At(index)} must stand here, found {letter}; correct it.");
        var name = measure.Field("name").Text();
        if (name is { Length: > LongestName })
            measure.Field("name").Fault($"The name has {name.Length} characters; give at most {LongestName}.");
        var text = measure.Field("text").Text();
        List<string> points = [.. measure.Field("points").Elements(MostPoints).Select(p => p.Text()).OfType<string>()];
        var fits = FitSection.Items(measure.Field("fits").Elements(MostReasons), edition);
        var situations = FitSection.Situations(measure.Field("situations").Elements(MostReasons));
        var isProgramme = measure.Field("programme").Flag() ?? false;
        if (node.Faults == faults && fits.Count + situations.Count == 0)
            node.Fault("The measure fits no item and no situation, so nobody is ever referred to it; add one of the two.");
        return node.Faults > faults ? null : new(id, letter!, name!, text!, points, fits, situations, isProgramme);
    }
}
