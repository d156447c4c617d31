using System.Text.Json;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>filings</c>.</summary>
internal static class FilingsSection
{
    // Each text becomes a field of a form.
    private const int MostTexts = 20;

    private static readonly string[] Texts =
        ["companyDocuments", "companyDeclarations", "claimDocuments", "wageDocuments", "claimDeclarations"];

    private static readonly string[] Values =
        ["restItem", "minimumRestHours", "minimumRaiseYen", "raiseExceedsRegularStep"];

    private static readonly string[] Later =
        ["restScheme", "fourDayScheme", "maximumDayHours", "maximumWeekHours", "itemDatesInPeriod"];

    public static FilingRules? Read(FileNode node, IReadOnlyList<ItemDraft> items, ReadingLog log)
    {
        var filings = node.Object([.. Texts, .. Values], Later);
        IReadOnlyList<string>[] texts = [.. Texts.Select(name => List(filings.Field(name).Marked(log)))];
        var rest = RestItem(filings.Field("restItem").Marked(log), items);
        var hours = filings.Field("minimumRestHours").Marked(log).Count(1, 23);
        var raise = filings.Field("minimumRaiseYen").Marked(log).Number(1, 100_000);
        var step = filings.Field("raiseExceedsRegularStep").Marked(log).Flag();
        return rest is null || hours is null || raise is null || step is null
            ? null
            : new(texts[0], texts[1], texts[2], texts[3], texts[4], rest.Value, hours.Value * 60, raise.Value,
                step.Value)
            {
                RestScheme = Scheme(filings.Field("restScheme").Marked(log), items, rest.Value),
                FourDayScheme = Scheme(filings.Field("fourDayScheme").Marked(log), items, rest.Value),
                MaximumDayMinutes = 60 * (filings.Field("maximumDayHours").Marked(log).Count(1, 24) ?? 10),
                MaximumWeekMinutes = 60 * (filings.Field("maximumWeekHours").Marked(log).Count(1, 168) ?? 40),
                ItemDatesInPeriod = filings.Field("itemDatesInPeriod").Marked(log).Flag() ?? true,
            };
    }

    private static int? Scheme(FileNode node, IReadOnlyList<ItemDraft> items, int item)
    {
        // While the items themselves are in doubt, this would only repeat their fault.
        if (node.IsAbsent || items.Count == 0 || items.Any(i => i.Number is null))
            return node.Count(1, int.MaxValue);
        var schemes = items.FirstOrDefault(i => i.Number == item)?.Node.Field("schemes");
        if (schemes is { IsAbsent: false })
            return node.Count(1, schemes.Element.ValueKind == JsonValueKind.Array ? schemes.Element.GetArrayLength() : 9);
        node.Fault($"Item {item} has no schemes; add them or remove this field.");
        return null;
    }

    private static IReadOnlyList<string> List(FileNode node) =>
        [.. node.Elements(MostTexts).Select(e => e.Text()).OfType<string>()];

    private static int? RestItem(FileNode node, IReadOnlyList<ItemDraft> items)
    {
        if (node.Count(1, int.MaxValue) is not { } number)
            return null;
        // While the items themselves are in doubt, this would only repeat their fault.
        if (items.Count == 0 || items.Any(i => i.Number is null || i.Number == number))
            return number;
        node.Fault($"There is no item {number}; write the number of one of the items.");
        return null;
    }
}
