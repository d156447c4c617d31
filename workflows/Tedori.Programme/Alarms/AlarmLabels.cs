namespace Tedori.Programme.Alarms;

/// <summary>What the kinds of alarms are called.</summary>
public static class AlarmLabels
{
    /// <summary>The kind in Japanese.</summary>
    public static string Of(AlarmKind kind) => kind switch
    {
        AlarmKind.Results => "結果通知",
        AlarmKind.Delivery => "メールの配信",
        AlarmKind.HandOver => "メールの送信",
        AlarmKind.Instances => "処理の失敗",
        AlarmKind.Sweeper => "期限の見回り",
        AlarmKind.Unread => "警報の確認",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
