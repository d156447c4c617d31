using System.Text.Json;
using NodaTime;
using Tedori.Programme.Serialization;

namespace Tedori.Cli.Costs;

/// <summary>Prices of one day and one region, with what else the estimate assumes.</summary>
/// <param name="Date">Day of the list.</param>
/// <param name="Region">Region it is for.</param>
/// <param name="Currency">Currency of its prices.</param>
/// <param name="Prices">The prices.</param>
/// <param name="Assumptions">What was not counted.</param>
internal sealed record PriceList(LocalDate Date, string Region, string Currency, Prices Prices, Assumptions Assumptions)
{
    // A price that is missing must not count as nothing.
    private static readonly JsonSerializerOptions Whole = new(TedoriJson.Options)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static PriceList Default() => Read(CostFiles.Text("prices.json"));

    /// <summary>Reads a list.</summary>
    /// <exception cref="JsonException">It is no list of prices, or lacks one.</exception>
    public static PriceList Read(string json) =>
        JsonSerializer.Deserialize<PriceList>(json, Whole) ?? throw new JsonException("It is empty.");
}
