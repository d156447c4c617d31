namespace Tedori.Programme.Plans;

/// <summary>One area of the plan (分野): what it is about and what each side does.</summary>
/// <param name="Number">Number in the plan, from 1.</param>
/// <param name="Name">Heading in the plan.</param>
/// <param name="Short">How the area is spoken of. Ours, not the plan's.</param>
/// <param name="Heading">What stands above the contents, in the plan's own brackets: （内容）.</param>
/// <param name="Contents">The contents (内容), in order.</param>
/// <param name="Tokyo">What Tokyo does (都の取組), in order.</param>
/// <param name="Chamber">What the chamber does (東京商工会議所の取組), in order.</param>
/// <param name="TokyoNext">What a company does next about Tokyo's measures. Ours, not the plan's.</param>
/// <param name="ChamberNext">What a company does next about the chamber's measures. Ours, not the plan's.</param>
public sealed record PlanArea(
    int Number,
    string Name,
    string Short,
    string Heading,
    IReadOnlyList<PlanContent> Contents,
    IReadOnlyList<Measure> Tokyo,
    IReadOnlyList<Measure> Chamber,
    string TokyoNext,
    string ChamberNext)
{
    /// <summary>All measures of the area: Tokyo's, then the chamber's.</summary>
    public IEnumerable<Measure> Measures => Tokyo.Concat(Chamber);

    /// <summary>The measures of one side, in order.</summary>
    public IReadOnlyList<Measure> Of(MeasureSide side) => side switch
    {
        MeasureSide.Tokyo => Tokyo,
        MeasureSide.Chamber => Chamber,
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Unknown side."),
    };

    /// <summary>What a company does next about the measures of one side.</summary>
    public string NextOf(MeasureSide side) => side switch
    {
        MeasureSide.Tokyo => TokyoNext,
        MeasureSide.Chamber => ChamberNext,
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Unknown side."),
    };
}
