namespace Tedori.Programme.Signing;

/// <summary>
/// What a member of staff may do only with a second person, unless the edition has it otherwise (決裁を要する処理). Names are
/// what programme files write.
/// </summary>
public enum StaffAct
{
    /// <summary>Publishes a drawn result (抽選結果の公表).</summary>
    ReleaseResult,

    /// <summary>Draws a round again (再抽選).</summary>
    DrawAgain,

    /// <summary>Announces a throw before witnesses (立会抽選の予告).</summary>
    AnnounceThrow,

    /// <summary>Gives places that came back to the next of the ranking (繰上当選).</summary>
    Promote,

    /// <summary>Carries free places into a later round (予定社数の追加).</summary>
    CarryPlaces,

    /// <summary>Passes the eligibility review (通過決定).</summary>
    PassEligibility,

    /// <summary>Fails the eligibility review (不通過決定).</summary>
    FailEligibility,

    /// <summary>Decides a grant (支給決定).</summary>
    GrantClaim,

    /// <summary>Refuses a grant (不支給決定).</summary>
    RefuseClaim,

    /// <summary>Releases a payment (支払の承認).</summary>
    ReleasePayment,

    /// <summary>Moves a deadline of a case or of a round (期限の延長).</summary>
    ExtendCutoff,

    /// <summary>Settles a postmark that the readings did not (消印の認定).</summary>
    FilePost,

    /// <summary>Judges whether a mail before the deadline was an attempt to file (締切前の提出の認定).</summary>
    JudgeAttempt,

    /// <summary>Settles which entry of a shared lot answers for the company (担当者の確認).</summary>
    SettleLot,

    /// <summary>Decides whether two entries that look like one company are one (同一企業の判断).</summary>
    JoinEntries,

    /// <summary>Voids all links of a case (リンクの無効化).</summary>
    RevokeLinks,

    /// <summary>Sends a link to an address that the company did not confirm (宛先を変えた再通知).</summary>
    RepeatNotice,

    /// <summary>Changes whom the office writes to, after a call (事務局による連絡先の変更).</summary>
    ReplaceContact,

    /// <summary>Makes a date a closed day or an open one (休日表の変更).</summary>
    ChangeClosedDay,

    /// <summary>Moves the end of a round's entry window (受付期間の延長).</summary>
    MoveWindow,

    /// <summary>Declares an outage of the electronic channel (システムの障害の届出).</summary>
    DeclareOutage,
}
