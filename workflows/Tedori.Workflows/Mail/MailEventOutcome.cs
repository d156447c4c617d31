namespace Tedori.Workflows.Mail;

/// <summary>What became of a report.</summary>
public enum MailEventOutcome
{
    /// <summary>It is on the record.</summary>
    Recorded,

    /// <summary>It was on the record.</summary>
    Repeated,

    /// <summary>It came before the sending was on the record: the server has to report again.</summary>
    TryLater,

    /// <summary>There is no such notice here.</summary>
    Unknown,
}
