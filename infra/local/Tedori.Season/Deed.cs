namespace Tedori.Season;

/// <summary>What somebody in the season does. Names are storage format of <c>season.db</c>.</summary>
internal enum Deed
{
    /// <summary>Companies make up their minds about a round.</summary>
    PlanRound,

    /// <summary>A company enters.</summary>
    Enter,

    /// <summary>A company has received a notice.</summary>
    ReadMail,

    /// <summary>The mail server reports on a mail.</summary>
    ReportDelivery,

    /// <summary>A company files online, or its post arrives.</summary>
    File,

    /// <summary>A company leaves.</summary>
    Leave,

    /// <summary>Staff carry places into a round.</summary>
    CarryPlaces,

    /// <summary>Staff release a result.</summary>
    Release,

    /// <summary>Staff review a registration or a claim.</summary>
    Review,

    /// <summary>Staff open what was filed to review it.</summary>
    BeginReview,

    /// <summary>Staff record an expert visit.</summary>
    Visit,

    /// <summary>Staff decide something with two people.</summary>
    Decide,

    /// <summary>One of the staff proposes something.</summary>
    Propose,

    /// <summary>Another approves what was proposed.</summary>
    Approve,

    /// <summary>Staff ask the companies whose lots others share, and settle who answers for each.</summary>
    SettleLots,

    /// <summary>Staff record an envelope, and one reads its postmark.</summary>
    RecordEnvelope,

    /// <summary>Another reads its postmark.</summary>
    ReadPostmark,

    /// <summary>Staff take the request for a correction back.</summary>
    WithdrawCorrection,

    /// <summary>Staff choose cases and give them more time.</summary>
    ExtendSome,

    /// <summary>Staff send the notices of a round again to those who have not answered.</summary>
    RepeatNotices,

    /// <summary>A company names another contact.</summary>
    ChangeContact,

    /// <summary>One of the two addresses confirms another contact.</summary>
    ConfirmContact,

    /// <summary>The sweeper runs.</summary>
    Sweep,
}
