using Tedori.Workflows.Cases;

namespace Tedori.Functions.Staff.Cases;

/// <summary>How far a notice is, in Japanese.</summary>
public static class NoticeStateLabels
{
    /// <summary>The state in Japanese.</summary>
    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Pending => "送信待ち",
        NoticeState.Sent => "送信済み(配信報告待ち)",
        NoticeState.Delivered => "配信済み",
        NoticeState.Bounced => "不達",
        NoticeState.Silent => "配信報告なし",
        NoticeState.Refused => "メールサーバーが拒否",
        NoticeState.Deferred => "配信待ち(相手のサーバーが保留)",
        NoticeState.Dropped => "不達(送信されず)",
        NoticeState.Spam => "迷惑メールの報告",
        NoticeState.Opened => "リンクを開封済み",
        NoticeState.Withheld => "送信不要(送っていません)",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };
}
