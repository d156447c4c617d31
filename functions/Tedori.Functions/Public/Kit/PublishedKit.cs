using NodaTime;

namespace Tedori.Functions.Public.Kit;

/// <summary>What <c>/kit.json</c> holds: every occasion of every round, the oldest first. Additive only: others read it.</summary>
/// <param name="Items">The occasions.</param>
public sealed record PublishedKit(IReadOnlyList<PublishedKitItem> Items)
{
    /// <summary>The file of these.</summary>
    public static PublishedKit Of(IEnumerable<KitItem> items) => new([.. items.Select(PublishedKitItem.Of)]);
}

/// <summary>An occasion as it is published.</summary>
/// <param name="Round">Id of the round.</param>
/// <param name="Occasion">The occasion, as addresses name it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Day">Its day.</param>
/// <param name="Title">Subject and heading.</param>
/// <param name="Text">The newsletter as plain text.</param>
/// <param name="Newspaper">The texts for a newspaper by length: <c>short</c>, <c>medium</c>, <c>long</c>.</param>
/// <param name="Dates">The dates of the round.</param>
/// <param name="Page">Page of the round, or null.</param>
/// <param name="Dispatches">When what should go out.</param>
/// <param name="Files">Paths of its files.</param>
public sealed record PublishedKitItem(
    string Round, string Occasion, string Name, LocalDate Day, string Title, string Text,
    IReadOnlyDictionary<string, string> Newspaper, IReadOnlyList<KitDate> Dates, Uri? Page,
    IReadOnlyList<PublishedDispatch> Dispatches, IReadOnlyList<string> Files)
{
    internal static PublishedKitItem Of(KitItem item) => new(
        item.Round.ToString(), item.Occasion.Key(), item.Name, item.Day, item.Title, KitFormats.Plain(item),
        KitItem.NewspaperLengths.Keys.ToDictionary(l => l, item.Newspaper), item.Dates, item.Page,
        [.. item.Dispatches.Select(d => new PublishedDispatch(PublishedDispatch.NameOf(d.Channel), d.On, d.BusinessDaysBefore))],
        [.. KitFiles.Names.Select(item.PathOf)]);
}

/// <summary>A dispatch as it is published.</summary>
/// <param name="Channel"><c>newsletter</c>, <c>newspaper</c> or <c>leaflet</c>.</param>
/// <param name="On">On which day.</param>
/// <param name="BusinessDaysBefore">How many business days before the occasion that is.</param>
public sealed record PublishedDispatch(string Channel, LocalDate On, int BusinessDaysBefore)
{
    internal static string NameOf(KitChannel channel) => channel.ToString().ToLowerInvariant();
}
