using Tedori.Programme.Inbound;
using Tedori.Workflows.Inbound;

namespace Tedori.Functions.Staff.Mails;

/// <summary>What is said of mails that came in.</summary>
public static class InboundLabels
{
    /// <summary>The kind in Japanese.</summary>
    public static string Of(InboundKind kind) => kind switch
    {
        InboundKind.Message => "通常",
        InboundKind.AutoReply => "自動応答",
        InboundKind.Bounce => "配信・不達の報告",
        InboundKind.MailingList => "メーリングリスト",
        InboundKind.Loop => "このシステムのメール",
        InboundKind.Encrypted => "暗号化(読めません)",
        InboundKind.Broken => "読み取れません",
        InboundKind.Empty => "本文なし",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    /// <summary>By what a mail was filed, in Japanese.</summary>
    public static string Of(InboundFiling filing) => filing switch
    {
        InboundFiling.Address => "申請ごとの返信用アドレス宛てのため",
        InboundFiling.Reply => "この申請の通知への返信のため",
        InboundFiling.Sender => "差出人が担当者のメールアドレスと同じため",
        InboundFiling.Staff => "職員による登録",
        _ => throw new ArgumentOutOfRangeException(nameof(filing), filing, "Unknown filing."),
    };

    /// <summary>What is known of the sender, in Japanese.</summary>
    public static string Of(SenderProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return proof == SenderProof.None
            ? "確認の結果はありません"
            : string.Join('、', new[] { ("SPF", proof.Spf), ("DKIM", proof.Dkim), ("DMARC", proof.Dmarc) }
                .Where(p => p.Item2 is not null).Select(p => $"{p.Item1} {p.Item2}"));
    }
}
