using Tedori.Programme;
using Tedori.Workflows.Editions;

namespace Tedori.Functions.Public.Draws;

/// <summary>Which round an address means. A number alone means one only while a single year has it.</summary>
internal static class PublicRounds
{
    /// <summary>An id such as r8-03, in a route; a number is for the routes with <c>:int</c>.</summary>
    public const string Pattern = @"regex(^\w+-\d\d$)";

    /// <summary>The rounds with a number, oldest year first.</summary>
    public static IReadOnlyList<RoundId> WithNumber(this EditionCatalog editions, int number) =>
        [.. editions.All.Select(e => new RoundId(e.Id, number)).Where(editions.Has)];

    /// <summary>The round with this id, or none.</summary>
    public static IReadOnlyList<RoundId> WithId(this EditionCatalog editions, string id) =>
        RoundId.TryParse(id, out var round) && editions.Has(round) ? [round] : [];
}
