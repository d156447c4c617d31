namespace Tedori.Programme.Approvals;

/// <summary>How far a proposal is. Names are storage format.</summary>
public enum ProposalState
{
    /// <summary>It waits for a second person (承認待ち).</summary>
    Open,

    /// <summary>It was approved; its actions are being done (承認済み).</summary>
    Approved,

    /// <summary>All its actions have their verdict (処理済み).</summary>
    Done,

    /// <summary>It was sent back (差戻し).</summary>
    Rejected,

    /// <summary>The proposer took it back (取下げ).</summary>
    Withdrawn,
}
