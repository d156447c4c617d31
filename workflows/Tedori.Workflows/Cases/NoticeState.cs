namespace Tedori.Workflows.Cases;

/// <summary>How far a notice is. Names are storage format.</summary>
public enum NoticeState
{
    /// <summary>It waits in the outbox.</summary>
    Pending,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The recipient's server took it.</summary>
    Delivered,

    /// <summary>It came back.</summary>
    Bounced,

    /// <summary>No report came in time.</summary>
    Silent,

    /// <summary>The mail server will never take it; it did not leave.</summary>
    Refused,
}
