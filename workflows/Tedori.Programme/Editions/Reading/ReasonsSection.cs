namespace Tedori.Programme.Editions.Reading;

/// <summary>The sections <c>reasons</c>, <c>documents</c> and <c>phrases</c>: what the office writes. A file may leave each out.</summary>
internal static class ReasonsSection
{
    private const int Most = 100;

    public static IReadOnlyList<DecisionReason> Read(FileNode node, ReadingLog log) =>
        node.IsAbsent ? [] : [.. node.Marked(log).Elements(Most).Select(ReadOne).OfType<DecisionReason>()];

    public static string Prefix(FileNode node, ReadingLog log) =>
        node.IsAbsent ? "" : node.Object(["prefix"]).Field("prefix").Marked(log).Text() ?? "";

    public static IReadOnlyList<Phrase> Phrases(FileNode node, ReadingLog log) =>
        node.IsAbsent ? [] : [.. node.Marked(log).Elements(Most).Select(ReadPhrase).OfType<Phrase>()];

    private static Phrase? ReadPhrase(FileNode node)
    {
        var phrase = node.Object(["title", "text"]);
        var (title, text) = (phrase.Field("title").Text(), phrase.Field("text").Text());
        return title is null || text is null ? null : new(title, text);
    }

    private static DecisionReason? ReadOne(FileNode node)
    {
        var reason = node.Object(["review", "text", "citation"]);
        var review = Review(reason.Field("review"));
        var text = reason.Field("text").Text();
        var citation = reason.Field("citation").Text();
        return review is null || text is null || citation is null ? null : new(review.Value, text, citation);
    }

    private static Step? Review(FileNode node)
    {
        switch (node.Text())
        {
            case null:
                return null;
            case "eligibility":
                return Step.EligibilityReview;
            case "claim":
                return Step.ClaimReview;
            default:
                node.Fault($"{node.Found()} is not a review; write \"eligibility\" or \"claim\".");
                return null;
        }
    }
}
