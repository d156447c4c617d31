namespace Tedori.Programme.Plans;

/// <summary>Who carries a measure out. Names are part of addresses and storage format.</summary>
public enum MeasureSide
{
    /// <summary>The metropolis (東京都).</summary>
    Tokyo,

    /// <summary>The Tokyo chamber of commerce (東京商工会議所).</summary>
    Chamber,
}

/// <summary>The sides as they are written.</summary>
public static class MeasureSides
{
    /// <summary>Both, in the order of the plan.</summary>
    public static readonly IReadOnlyList<MeasureSide> All = [MeasureSide.Tokyo, MeasureSide.Chamber];

    /// <summary>The name in an address.</summary>
    public static string Key(this MeasureSide side) => side switch
    {
        MeasureSide.Tokyo => "tokyo",
        MeasureSide.Chamber => "chamber",
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Unknown side."),
    };

    /// <summary>Who it is.</summary>
    public static string Name(this MeasureSide side) => side switch
    {
        MeasureSide.Tokyo => "東京都",
        MeasureSide.Chamber => "東京商工会議所",
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Unknown side."),
    };

    /// <summary>What stands above its measures in the plan.</summary>
    public static string Heading(this MeasureSide side) => side switch
    {
        MeasureSide.Tokyo => "都の取組",
        MeasureSide.Chamber => "東京商工会議所の取組",
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Unknown side."),
    };
}
