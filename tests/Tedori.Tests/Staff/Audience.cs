namespace Tedori.Tests.Staff;

/// <summary>Who may use a route.</summary>
public enum Audience
{
    /// <summary>Everybody.</summary>
    Everybody,

    /// <summary>A company with the session of its own case.</summary>
    Company,

    /// <summary>Whoever signs the body with a key.</summary>
    KeyHolder,

    /// <summary>Every member of staff.</summary>
    Viewer,

    /// <summary>Reviewers and approvers.</summary>
    Reviewer,

    /// <summary>Approvers.</summary>
    Approver,

    /// <summary>Administrators.</summary>
    Administrator,

    /// <summary>Approvers and administrators.</summary>
    Auditor,
}
