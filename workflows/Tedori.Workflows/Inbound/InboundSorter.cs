using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Inbound;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Inbound;

/// <summary>
/// Finds out what a mail is and which case it is about: by the address of the case, then by the mail that it answers, then
/// by its sender.
/// </summary>
public sealed class InboundSorter(
    IRecords records, ReplyAddresses addresses, CaseDirectory directory, InboundSettings settings)
{
    // Of a head that names thousands of addresses or ids, the first decide.
    private const int MostLooked = 50;

    /// <summary>
    /// The mail as it is kept, and the notice that it says was not delivered, with whether only who had the notice can say so.
    /// </summary>
    public async Task<(InboundMail Mail, (Notice Notice, bool IsProven)? Failed)> SortAsync(
        InboundPost post, string id, string sha256, ReceivedMail read, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(read);
        post = post.AlignedWith(read.From);
        var facts = read.Facts with
        {
            NullSender = read.Facts.NullSender || post.From is { Length: 0 },
            IsOwn = Same(read.From, settings.Sender) || NoticeOf(read.MessageId) is not null,
        };
        var kind = InboundRules.KindOf(facts);
        var failed = kind == InboundKind.Bounce && post.From is null or "" ? await FailedAsync(read, cancellation) : null;
        var (caseId, by) = failed is { } known
            ? (known.Notice.Id.CaseId, InboundFiling.Reply)
            : await FileAsync(post, read, cancellation);
        // Somebody who has the address of the case wrote it, by whatever way it came.
        if (by == InboundFiling.Address && !facts.IsDeliveryReport && kind is InboundKind.MailingList or InboundKind.Bounce)
            kind = InboundKind.Message;
        return (new(id, post.ReceivedAt, sha256, post.Raw.Length, kind, read.From, read.FromName, read.Subject,
            read.Text.Length > InboundMail.MostText ? read.Text[..InboundMail.MostText] : read.Text)
        {
            To = [.. read.To.Take(InboundMail.MostTo)],
            Files = read.Files,
            FilesLeftOut = read.FilesLeftOut > 0 ? read.FilesLeftOut : null,
            IsCut = read.IsCut ? true : null,
            HasMarkup = read.HasMarkup ? true : null,
            MessageId = read.MessageId,
            WrittenAt = read.WrittenAt,
            Proof = post.Proof,
            Case = caseId,
            FiledBy = by,
        }, failed);
    }

    /// <summary>The case that a mail is about, and by what that is known; null where nothing tells.</summary>
    public async Task<(CaseId? Case, InboundFiling? By)> FileAsync(
        InboundPost post, ReceivedMail read, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(read);
        post = post.AlignedWith(read.From);
        foreach (var address in post.To.Concat(read.To).Take(MostLooked))
        {
            if (await addresses.FindAsync(address, cancellation) is { } addressed)
                return (addressed, InboundFiling.Address);
        }

        // What a notice is called can be guessed: who answers it must be whom it was sent to.
        foreach (var answered in read.Answers.Take(MostLooked))
        {
            if (await SentAsync(NoticeOf(answered), cancellation) is { } sent
                && Same(read.From, sent.To) && !post.Proof.IsDoubtful)
                return (sent.Id.CaseId, InboundFiling.Reply);
        }

        // An address alone is no proof of anything; where the server doubts it, it decides nothing.
        if (read.From.Length == 0 || post.Proof.IsDoubtful)
            return (null, null);
        var open = new List<CaseId>();
        await directory.EachAsync(
            c =>
            {
                if (c.Outcome is null && Same(c.Email, read.From))
                    open.Add(c.Id);
            }, cancellation);
        return open is [var only] ? (only, InboundFiling.Sender) : (null, null);
    }

    // A report counts only where it names whom the notice was sent to. Both can be guessed; the address of the case, which every
    // notice bears and a report returns, cannot.
    private async Task<(Notice Notice, bool IsProven)?> FailedAsync(ReceivedMail read, CancellationToken cancellation) =>
        await SentAsync(NoticeOf(read.Failed), cancellation) is { } sent && Same(read.FailedTo ?? "", sent.To)
            ? (sent, read.FailedReplyTo is { } reply && await addresses.FindAsync(reply, cancellation) == sent.Id.CaseId)
            : null;

    private async Task<Notice?> SentAsync(NoticeId? notice, CancellationToken cancellation) => notice is { } id
        ? (await records.ReadAsync(CaseRows.Ledger(id), cancellation))?.Body.Notice
        : null;

    // Mails of this system bear the id of their notice.
    private NoticeId? NoticeOf(string? messageId) =>
        messageId?.Split('@') is [var local, var domain] && Same(domain, settings.MessageDomain)
            && NoticeId.TryParse(local, out var notice)
                ? notice
                : null;

    private static bool Same(string a, string b) =>
        a.Length > 0 && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
