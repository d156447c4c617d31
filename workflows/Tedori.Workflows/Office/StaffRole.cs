namespace Tedori.Workflows.Office;

/// <summary>What a member of staff may do. Names are the values of the claims and storage format.</summary>
public enum StaffRole
{
    /// <summary>Sees the cases (閲覧者).</summary>
    Viewer,

    /// <summary>Reviews, asks for corrections, records the post, proposes (審査担当者).</summary>
    Reviewer,

    /// <summary>Also approves what another member proposed (承認者).</summary>
    Approver,

    /// <summary>Keeps settings and links; reviews and approves nothing (管理者).</summary>
    Administrator,

    /// <summary>
    /// Of the chamber (商工会議所): counts what it led companies to and records it, and sees nothing of a case.
    /// </summary>
    Chamber,
}
