using Tedori.Programme.Cases;

namespace Tedori.Programme.Notices;

/// <summary>
/// What companies are told where several entries are of one company. Nobody is told a receipt number that is not its own,
/// nor who else entered.
/// </summary>
internal static class SharedLotTexts
{
    private const string OneLot =
        "同じ企業を示すエントリーは、受け付けた順にかかわらず、まとめて1件の抽選として扱います。後から受け付けたことで不利になることはありません。";

    private const string CallUs = "お心当たりがない場合は、事務局へご連絡ください。";

    /// <summary>Told with the receipt of an entry that was not the first.</summary>
    public static IEnumerable<string> Of(bool? shared) => shared is true
        ? ["この回には、同じ企業を示す別のエントリーがすでにあります。" + OneLot, CallUs]
        : [];

    /// <summary>Told to who came before.</summary>
    public static NoticeText Another(CaseState s) => new("同じ企業を示す別のエントリーがありました",
        [$"第{s.Id.Round.Number}回の事前エントリーで、貴社と同じ企業を示す別のエントリーを受け付けました。", OneLot,
            "当選した場合に担当者の連絡先が異なるときは、事務局が貴社に確認してから手続きを進めます。", CallUs]);

    /// <summary>Told with the result.</summary>
    public static IEnumerable<string> Result(bool? shared) => shared is true
        ? ["同じ企業を示す別のエントリーと、まとめて1件の抽選として扱いました。"]
        : [];

    /// <summary>Told where the lot won and nobody knows yet who answers.</summary>
    public static NoticeText Held(CaseState s) => new("抽選の結果について、貴社の担当者を確認しています",
        [$"第{s.Id.Round.Number}回で、貴社を示すエントリーが、担当者の連絡先の異なるものを含めて2件以上ありました。まとめて1件の抽選として扱い、当選しています。",
            "どのエントリーで手続きを進めるかを、事務局が貴社に確認しています。確認が終わり次第、結果をお知らせします。",
            "確認に要した日数によって、貴社の登録期限が短くなることはありません。"]);

    /// <summary>Told to the other entries of one mail address.</summary>
    public static NoticeText GoesOnElsewhere(CaseState s) => new("抽選の結果、貴社は当選しました(先のエントリーで手続きを進めます)",
        [$"第{s.Id.Round.Number}回の抽選の結果、貴社は当選しました。", "同じ企業を示すエントリーを、まとめて1件の抽選として扱いました。",
            "手続きは、同じEメールアドレスで先に受け付けたエントリーで進めます。そちらへお送りした当選の通知をご確認ください。このエントリーは終結しました。"]);

    /// <summary>Told to those who do not answer for the company.</summary>
    public static NoticeText AnsweredByAnother(CaseState s) => new("抽選の結果(別のエントリーで手続きを進めます)",
        [$"第{s.Id.Round.Number}回で、同じ企業を示すエントリーについて、担当者を企業に確認しました。",
            "確認の結果、別のエントリーで手続きを進めることになりました。このエントリーは終結しました。", "ご不明な点は、事務局へお問い合わせください。"]);

    /// <summary>Told to who was drawn and holds a place of another round.</summary>
    public static NoticeText WonElsewhere(CaseState s) => new("抽選の結果(ほかの回の当選で手続きを進めます)",
        [$"第{s.Id.Round.Number}回の抽選で当選しましたが、貴社はほかの回でもすでに当選しています。",
            "当選は1社につき1回のため、この回の当選による手続きは行いません。手続きは、先に当選の通知をお送りしたエントリーで進めてください。このエントリーは終結しました。",
            CallUs]);
}
