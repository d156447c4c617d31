namespace Tedori.Workflows.Mail;

/// <summary>What the mail server says became of a message.</summary>
public enum MailFate
{
    /// <summary>It was delivered.</summary>
    Delivered,

    /// <summary>It came back.</summary>
    Failed,

    /// <summary>Its reader has called it spam: the server may hand nothing more over to that address.</summary>
    Spam,

    /// <summary>It was not sent because of what became of earlier ones.</summary>
    Dropped,

    /// <summary>The mail server took it.</summary>
    Taken,

    /// <summary>The recipient's server did not take it yet.</summary>
    Deferred,
}
