namespace Tedori.Functions.Staff.Today;

/// <summary>What the lines of the first page are called.</summary>
public static class TodayLabels
{
    /// <summary>The kind in Japanese.</summary>
    public static string Of(TodayKind kind) => kind switch
    {
        TodayKind.System => "システム",
        TodayKind.Result => "結果通知",
        TodayKind.Draw => "抽選結果の公表",
        TodayKind.Proposal => "決裁",
        TodayKind.Review => "審査",
        TodayKind.Correction => "補正",
        TodayKind.Post => "郵便待ち",
        TodayKind.Mail => "メール",
        TodayKind.Task => "確認事項",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
