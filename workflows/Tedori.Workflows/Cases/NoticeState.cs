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

    /// <summary>The recipient's server did not take it yet; the mail server goes on trying.</summary>
    Deferred,

    /// <summary>The mail server took it and did not send it, because of what became of earlier ones.</summary>
    Dropped,

    /// <summary>Its reader called it spam: the mail server may hand nothing more over to that address.</summary>
    Spam,

    /// <summary>Its link was opened on my page.</summary>
    Opened,

    /// <summary>It did not leave: when its time came there was nothing to say any more.</summary>
    Withheld,
}
