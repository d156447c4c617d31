using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Programme.Inbound;

namespace Tedori.Workflows.Inbound;

/// <summary>A mail that came in (受信メール). Storage format. The mail itself is sealed under its digest.</summary>
/// <param name="Id">When it was received and the beginning of its digest; ids are in order of receipt.</param>
/// <param name="ReceivedAt">When it was received, by this system's clock.</param>
/// <param name="Sha256">Digest of the mail as it came.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="From">Address of the sender, or empty.</param>
/// <param name="FromName">Name of the sender, or empty.</param>
/// <param name="Subject">Subject, or empty.</param>
/// <param name="Text">Text, cut where it is too long for a row.</param>
public sealed record InboundMail(
    string Id, Instant ReceivedAt, string Sha256, long Size, InboundKind Kind, string From, string FromName, string Subject,
    string Text)
{
    /// <summary>
    /// Most characters of the text that are kept beside the mail itself. Markup is written as references of six characters,
    /// and a row holds no more than <see cref="Records.RecordRules.LongestBody"/> with all that a mail names.
    /// </summary>
    public const int MostText = 8_000;

    /// <summary>Most addresses that are kept.</summary>
    public const int MostTo = 20;

    /// <summary>Addresses it was sent to.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Its files.</summary>
    public IReadOnlyList<InboundFile> Files { get; init; } = [];

    /// <summary>
    /// The place of the file with a digest, or null where there is none; of several names of one content the first that can be taken.
    /// </summary>
    public int? PlaceOf(string sha256)
    {
        var places = Files.Index().Where(f => f.Item.Sha256 == sha256).ToList();
        return places.Count == 0 ? null
            : places.Where(f => EvidenceRules.CheckFile(FileName.Clean(f.Item.Name), f.Item.Size) is null).Append(places[0]).First().Index;
    }

    /// <summary>How many more files it has than are listed; null where all are.</summary>
    public int? FilesLeftOut { get; init; }

    /// <summary>Whether it has a text with markup; null where it has none.</summary>
    public bool? HasMarkup { get; init; }

    /// <summary>Whether its end is missing, so that its last file may be cut; null where it is whole.</summary>
    public bool? IsCut { get; init; }

    /// <summary>Its own id, or null.</summary>
    public string? MessageId { get; init; }

    /// <summary>When it says it was written, or null.</summary>
    public Instant? WrittenAt { get; init; }

    /// <summary>What is known of its sender.</summary>
    public SenderProof Proof { get; init; } = SenderProof.None;

    /// <summary>The case that it is filed with, or null.</summary>
    public CaseId? Case { get; init; }

    /// <summary>By what it was filed; null where it is not.</summary>
    public InboundFiling? FiledBy { get; init; }

    /// <summary>Who filed it by hand, or null.</summary>
    public string? FiledByName { get; init; }

    /// <summary>The notice that told the company that it came, or null where none did.</summary>
    public NoticeId? Answer { get; init; }

    /// <summary>
    /// Id of the attempt to file that staff recorded of it, as the post room keeps it, or null where none was.
    /// </summary>
    public string? Attempt { get; init; }

    /// <summary>When staff said that nothing is left to do, or null.</summary>
    public Instant? DoneAt { get; init; }

    /// <summary>Name of who said it, or null.</summary>
    public string? DoneName { get; init; }
}

/// <summary>By what a mail was filed with its case. Storage format: names.</summary>
public enum InboundFiling
{
    /// <summary>By the address of the case.</summary>
    Address,

    /// <summary>Because it answers a mail about the case.</summary>
    Reply,

    /// <summary>Because its sender is the contact of this one open case.</summary>
    Sender,

    /// <summary>By a member of staff.</summary>
    Staff,
}

/// <summary>A mail in a list. Storage format.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was received.</param>
/// <param name="From">Address of the sender.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Files">How many files it has.</param>
public sealed record InboundLine(string Id, Instant At, string From, string Subject, InboundKind Kind, int Files)
{
    /// <summary>The case that it is filed with; null where there is none, and in lines of before.</summary>
    public CaseId? Case { get; init; }

    /// <summary>Whether staff said that nothing is left to do; null where not, and in lines of before.</summary>
    public bool? Done { get; init; }

    /// <summary>The line of a mail.</summary>
    public static InboundLine Of(InboundMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return new(mail.Id, mail.ReceivedAt, mail.From, mail.Subject, mail.Kind, mail.Files.Count)
        {
            Case = mail.Case,
            Done = mail.DoneAt is null ? null : true,
        };
    }
}

/// <summary>That a mail was received, before it is kept. Storage format.</summary>
/// <param name="Id">The id under which it is kept.</param>
/// <param name="At">When it was received first.</param>
public sealed record InboundReceipt(string Id, Instant At);
