namespace Tedori.Tests.Staff;

/// <summary>Who may use a route.</summary>
public enum Audience
{
    /// <summary>Everybody.</summary>
    Everybody,

    /// <summary>Nobody: there is no such page.</summary>
    Nowhere,

    /// <summary>A company with the session of its own case.</summary>
    Company,

    /// <summary>Whoever holds a key: signs the body with it, or has a link that was signed.</summary>
    KeyHolder,

    /// <summary>Every member of staff.</summary>
    Viewer,

    /// <summary>Every member of staff, and the chamber.</summary>
    Guidance,

    /// <summary>Reviewers and approvers, and the chamber.</summary>
    Guide,

    /// <summary>Reviewers and approvers.</summary>
    Reviewer,

    /// <summary>
    /// Reviewers; administrators for what the form says is theirs. A form is read after its token was checked.
    /// </summary>
    Proposer,

    /// <summary>Approvers.</summary>
    Approver,

    /// <summary>Administrators.</summary>
    Administrator,

    /// <summary>Approvers and administrators.</summary>
    Auditor,
}
