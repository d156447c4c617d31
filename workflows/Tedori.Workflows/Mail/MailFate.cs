namespace Tedori.Workflows.Mail;

/// <summary>What the mail server says became of a message.</summary>
public enum MailFate
{
    /// <summary>It was delivered.</summary>
    Delivered,

    /// <summary>It came back, or was not sent because an earlier one had come back.</summary>
    Failed,

    /// <summary>Its reader has called it spam: the server may hand nothing more over to that address.</summary>
    Spam,
}
