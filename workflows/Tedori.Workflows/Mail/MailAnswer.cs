namespace Tedori.Workflows.Mail;

/// <summary>What the mail server knows about a message that may have reached it.</summary>
public abstract record MailAnswer
{
    private MailAnswer()
    {
    }

    /// <summary>It took it.</summary>
    /// <param name="Receipt">Its answer of then.</param>
    public sealed record Taken(MailReceipt Receipt) : MailAnswer;

    /// <summary>It surely did not, and will not take it of itself.</summary>
    public sealed record NotTaken : MailAnswer;

    /// <summary>It cannot say, or cannot be asked.</summary>
    public sealed record Unknown : MailAnswer;
}
