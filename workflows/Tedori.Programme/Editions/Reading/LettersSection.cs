namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>letters</c>. A file may leave it out, and each of its fields.</summary>
internal static class LettersSection
{
    public static LetterTexts Read(FileNode node, ReadingLog log)
    {
        if (node.IsAbsent)
            return new();
        var letters = node.Object([], "appeal", "review", "visits");
        return new()
        {
            Appeal = letters.Field("appeal").Marked(log).Text(),
            Review = letters.Field("review").Marked(log).Text(),
            Visits = letters.Field("visits").Marked(log).Text(),
        };
    }

    /// <summary>What companies are not told.</summary>
    public static IEnumerable<EditionWarning> Missing(LetterTexts letters)
    {
        if (letters.Appeal is null)
            yield return new("letters.appeal", "Decisions do not say how a company objects; add the field.");
        if (letters.Review is null)
            yield return new("letters.review", "Mails do not say how long a review takes; add the field.");
        if (letters.Visits is null)
            yield return new("letters.visits", "Mails do not say how the expert visits are arranged; add the field.");
    }
}
