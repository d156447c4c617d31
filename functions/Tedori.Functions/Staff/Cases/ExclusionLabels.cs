using Tedori.Programme.Entries;

namespace Tedori.Functions.Staff.Cases;

/// <summary>Why an entry took no part in the draw, in Japanese.</summary>
public static class ExclusionLabels
{
    /// <summary>The reason in Japanese.</summary>
    public static string Of(Exclusion reason) => reason switch
    {
        Exclusion.Duplicate => "同じ回に先のエントリーがある",
        Exclusion.AlreadySelected => "過去の回で当選している",
        Exclusion.TooManyEmployees => "従業員数が上限を超える",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
    };
}
