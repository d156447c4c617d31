namespace Tedori.Functions.Staff;

/// <summary>The sections of the console, in the order of its navigation.</summary>
public enum StaffSection
{
    /// <summary>What is due (今日).</summary>
    Today,

    /// <summary>The cases (申請).</summary>
    Cases,

    /// <summary>What came by post (郵便).</summary>
    Post,

    /// <summary>What came by mail (メール).</summary>
    Mails,

    /// <summary>What needs two people (決裁).</summary>
    Proposals,

    /// <summary>The rounds (回).</summary>
    Rounds,

    /// <summary>Who saw and did what (監査).</summary>
    Audit,

    /// <summary>Closed days, assumptions, links (設定).</summary>
    Settings,

    /// <summary>To what companies were led, counted (誘導の集計); a section of its own for the chamber.</summary>
    Guidance,

    /// <summary>To record it (誘導の記録); a section of its own for the chamber.</summary>
    GuidanceRecord,
}
