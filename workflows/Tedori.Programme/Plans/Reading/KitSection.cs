using Tedori.Programme.Editions.Reading;

namespace Tedori.Programme.Plans.Reading;

/// <summary>When the chamber spreads the word; a plan may leave it out whole.</summary>
internal static class KitSection
{
    private const int MostDays = 60;
    private static readonly string[] Channels = ["newsletter", "newspaper", "leaflet"];

    /// <summary>A rule for each occasion, in the order of the occasions; none where the section is left out.</summary>
    public static IReadOnlyList<KitRule> Read(FileNode node)
    {
        if (node.IsAbsent)
            return [];
        string[] names = [.. Enum.GetValues<KitOccasion>().Select(NameOf)];
        var section = node.Object(names);
        return [.. Enum.GetValues<KitOccasion>().Select(o => ReadOne(section.Field(NameOf(o)), o)).OfType<KitRule>()];
    }

    private static KitRule? ReadOne(FileNode node, KitOccasion occasion)
    {
        var rule = node.Object(Channels);
        var days = Channels.Select(n => rule.Field(n).Count(1, MostDays)).ToList();
        return days is [{ } newsletter, { } newspaper, { } leaflet] ? new(occasion, newsletter, newspaper, leaflet) : null;
    }

    private static string NameOf(KitOccasion occasion)
    {
        var name = occasion.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
