namespace Tedori.Programme.Editions;

/// <summary>
/// Programme files that are served beside each other, each read by itself: a file with faults hides none of the others,
/// and the faults of all of them are known at once.
/// </summary>
/// <param name="Editions">The editions that hold, in the order of the files, each id once.</param>
/// <param name="Texts">The text of each of them, by id.</param>
/// <param name="Faults">One English sentence a fault, with the name of the file.</param>
public sealed record EditionSet(
    IReadOnlyList<Edition> Editions, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Faults)
{
    /// <summary>Reads files; of two with one id the first holds.</summary>
    public static EditionSet Read(IEnumerable<EditionText> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (editions, texts, faults) = (new List<Edition>(), new Dictionary<string, string>(), new List<string>());
        var taken = new Dictionary<string, string>();
        foreach (var (name, text) in files)
        {
            switch (EditionReader.Read(text))
            {
                case EditionReading.Invalid invalid:
                    faults.AddRange(invalid.Faults.Select(f => $"The programme file '{name}' has a fault at {f}"));
                    break;
                case EditionReading.Valid { Edition: var edition } when !taken.TryAdd(edition.Id, $"'{name}'"):
                    faults.Add(
                        $"The programme file '{name}' has the id '{edition.Id}' of {taken[edition.Id]}: give another.");
                    break;
                case EditionReading.Valid { Edition: var edition }:
                    editions.Add(edition);
                    texts.Add(edition.Id, text);
                    break;
            }
        }

        return new(editions, texts, faults);
    }
}
