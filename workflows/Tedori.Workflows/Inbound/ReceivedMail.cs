using NodaTime;
using Tedori.Programme.Inbound;

namespace Tedori.Workflows.Inbound;

/// <summary>A mail as it could be read.</summary>
public sealed record ReceivedMail
{
    /// <summary>What decides its kind.</summary>
    public required InboundFacts Facts { get; init; }

    /// <summary>Address of the sender, empty where it names none.</summary>
    public string From { get; init; } = "";

    /// <summary>Name of the sender, or empty.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Every address that it was sent to, as its head says.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Its subject, or empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Its id without brackets, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>Ids of the mails that it answers, the nearest first.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Id of the mail that a report says was not delivered, or null.</summary>
    public string? Failed { get; init; }

    /// <summary>To whom that mail was sent, or null.</summary>
    public string? FailedTo { get; init; }

    /// <summary>
    /// To which address that mail asked to be answered, as the report returns its head, or null. The address of a case is known
    /// to who has the mail.
    /// </summary>
    public string? FailedReplyTo { get; init; }

    /// <summary>How many more files it has than are listed.</summary>
    public int FilesLeftOut { get; init; }

    /// <summary>When it says it was written, or null; nothing is decided by it.</summary>
    public Instant? WrittenAt { get; init; }

    /// <summary>Its text, without markup.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it has a text with markup.</summary>
    public bool HasMarkup { get; init; }

    /// <summary>Whether its end is missing: what came last may be cut.</summary>
    public bool IsCut { get; init; }

    /// <summary>Its files.</summary>
    public IReadOnlyList<InboundFile> Files { get; init; } = [];
}
