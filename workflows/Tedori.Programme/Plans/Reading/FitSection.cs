using Tedori.Programme.Editions;
using Tedori.Programme.Editions.Reading;

namespace Tedori.Programme.Plans.Reading;

/// <summary>Which items and situations a measure fits, each with its reason.</summary>
internal static class FitSection
{
    private const int MostItems = 20;
    private const int LongestReason = 60;

    /// <summary>The items; an item may stand in one of the entries only.</summary>
    public static List<ItemFit> Items(IReadOnlyList<FileNode> nodes, Edition? edition)
    {
        var (fits, taken) = (new List<ItemFit>(), new HashSet<int>());
        foreach (var node in nodes)
        {
            var fit = node.Object(["items", "reason"]);
            var reason = Reason(fit.Field("reason"));
            var items = new List<int>();
            foreach (var element in fit.Field("items").Elements(MostItems))
            {
                if (element.Count(1, MostItems) is not { } item)
                    continue;
                if (edition is not null && edition.FindItem(item) is null)
                    element.Fault($"The programme {edition.Id} has no item {item}; write 1 to {edition.Items.Count}.");
                else if (!taken.Add(item))
                    element.Fault($"The item {item} stands twice in the fits of this measure; remove one of the two.");
                else
                    items.Add(item);
            }

            if (reason is not null && items.Count > 0)
                fits.Add(new([.. items.Order()], reason));
        }

        return fits;
    }

    /// <summary>The situations, each once.</summary>
    public static List<SituationFit> Situations(IReadOnlyList<FileNode> nodes)
    {
        var fits = new List<SituationFit>();
        foreach (var node in nodes)
        {
            var fit = node.Object(["when", "reason"]);
            var (when, reason) = (When(fit.Field("when")), Reason(fit.Field("reason")));
            if (when is not { } situation || reason is null)
                continue;
            if (fits.Any(f => f.When == situation))
                fit.Field("when").Fault($"{fit.Field("when").Found()} stands twice in this measure; remove one of the two.");
            else
                fits.Add(new(situation, reason));
        }

        return fits;
    }

    private static Situation? When(FileNode node)
    {
        if (node.Text() is not { } text)
            return null;
        var known = Enum.GetValues<Situation>().ToDictionary(s => s.ToString().ToLowerInvariant());
        if (known.TryGetValue(text, out var situation))
            return situation;
        node.Fault($"{node.Found()} is not a situation; write one of {string.Join(", ", known.Keys)}.");
        return null;
    }

    // It stands in mails and in table cells.
    private static string? Reason(FileNode node)
    {
        if (node.Text() is not { } text)
            return null;
        if (text.Length <= LongestReason && text.EndsWith('。') && text.Count(c => c == '。') == 1)
            return text;
        node.Fault($"A reason is one Japanese sentence of at most {LongestReason} characters that ends with 。; this has "
            + $"{text.Length} characters and {text.Count(c => c == '。')} ends.");
        return null;
    }
}
