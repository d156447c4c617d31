using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Inbound;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Inbound;

/// <summary>
/// The files of mails that came in: they become draft files of their case, through the checks of every upload, and nothing else.
/// </summary>
public sealed class InboundFiles(
    IRecords records, ISealedDocuments documents, IMailReader reader, EvidenceService evidence, InboundSettings settings, IClock clock)
{
    /// <summary>How many mails with files are offered to a company: the newest.</summary>
    public const int MostOffered = 20;

    internal static readonly Refusal Changed = new(
        "mailChanged", "ほかの職員がこのメールの登録や処理を先に変えました。今の内容を確かめて、もう一度操作してください。");

    internal static readonly Refusal NoSuchMail = new("noSuchMail", "このメールは登録されていません。一覧から選び直してください。");

    /// <summary>The mail as it came, or null where there is none.</summary>
    public async Task<byte[]?> RawAsync(InboundMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (await documents.OpenAsync(NameOf(mail.Sha256), cancellation) is not { } stream)
            return null;
        await using (stream)
        {
            using var whole = new MemoryStream();
            await stream.CopyToAsync(whole, cancellation);
            return whole.ToArray();
        }
    }

    /// <summary>The text of a mail with markup as a stranger wrote it, or null where it has none.</summary>
    public async Task<string?> MarkupAsync(InboundMail mail, CancellationToken cancellation = default) =>
        await RawAsync(mail, cancellation) is { } raw ? reader.MarkupOf(raw) : null;

    /// <summary>Keeps a mail as it came. Safe to repeat.</summary>
    public Task KeepAsync(string sha256, ReadOnlyMemory<byte> raw, CancellationToken cancellation = default) =>
        documents.PutAsync(NameOf(sha256), raw, cancellation);

    /// <summary>
    /// The newest mails of a case with files, the newest first, that a person wrote and whose sender is not in doubt.
    /// </summary>
    public async Task<IReadOnlyList<InboundMail>> OfferedAsync(CaseId id, CancellationToken cancellation = default)
    {
        var lines = await records.BodiesAsync(InboundRows.OfCase(id), cancellation)
            .Where(l => l.Files > 0 && l.Kind == InboundKind.Message).ToListAsync(cancellation);
        var (mails, there) = (new List<InboundMail>(), await NumbersAsync(id, cancellation));
        foreach (var line in lines.AsEnumerable().Reverse().Take(MostOffered))
        {
            if (await FindAsync(line.Id, cancellation) is { } mail && IsOffered(mail, id))
                mails.Add(WithDrafts(mail, there));
        }

        return mails;
    }

    /// <summary>Whether a mail with files came for a case, in doubt or not; nothing is read where no mails are received.</summary>
    public async Task<bool> AnyAsync(CaseId id, CancellationToken cancellation = default) => settings.Domain is not null
        && await records.BodiesAsync(InboundRows.OfCase(id), cancellation).AnyAsync(l => l.Files > 0 && l.Kind == InboundKind.Message, cancellation);

    /// <summary>Puts a file of a mail that is offered to a company among its draft files; the company files it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="id">Id of the mail.</param>
    /// <param name="sha256">Digest of the file.</param>
    /// <param name="slot">Which document of the form it is, or null.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    /// <returns>A refusal, or null.</returns>
    public async Task<Refusal?> TakeAsync(
        CaseId caseId, string id, string sha256, string? slot, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is { } mail && IsOffered(mail, caseId)
            ? await TakeAsync(mail, sha256, slot, by: null, cancellation)
            : NoSuchMail;

    /// <summary>Puts a file of a mail among the draft files of its case for the company, which files it.</summary>
    /// <param name="id">Id of the mail.</param>
    /// <param name="sha256">Digest of the file.</param>
    /// <param name="by">Name of who does it.</param>
    /// <param name="seen">How the mail stood when it was looked at, or null where that is all the same.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    /// <returns>A refusal, or null.</returns>
    public async Task<Refusal?> TakeForAsync(
        string id, string sha256, string by, string? seen = null, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is not { } mail ? NoSuchMail
        // Among the drafts already, it is what was asked for.
        : mail.Files.All(f => f.Sha256 != sha256 || f.TakenAs is null) && ExpectedMailFiling.IsOther(mail, seen) ? Changed
        : await TakeAsync(mail, sha256, slot: null, by, cancellation);

    /// <summary>
    /// Takes the files of a mail off the drafts of a case that it should not have been filed with; what the company uploaded
    /// itself, or another mail brought as well, stays. What was filed meanwhile stays, and is said.
    /// </summary>
    /// <returns>A refusal, or null.</returns>
    public async Task<Refusal?> TakeBackAsync(CaseId wrong, InboundMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (Check(wrong, mail) is { } refusal)
            return refusal;
        foreach (var number in mail.Files.Select(f => f.TakenAs).OfType<int>().Except(await KeptAsync(wrong, cancellation)))
        {
            if (await evidence.RemoveAsync(wrong, number, cancellation) is EvidenceAnswer.Refused)
                return Filed(wrong);
        }

        return null;
    }

    /// <summary>Why the files of a mail could not be taken off the drafts of a case, or null. Changes nothing.</summary>
    public async Task<Refusal?> CheckBackAsync(CaseId wrong, InboundMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return Check(wrong, mail)
            ?? ((await evidence.ListAsync(wrong, cancellation)).Any(l => l.Filed && mail.Files.Any(f => f.TakenAs == l.Held.Number))
                ? Filed(wrong)
                : null);
    }

    /// <summary>A mail with what was put among the drafts of its case and is there still: a company may take off what it does not file.</summary>
    public async Task<InboundMail> WithDraftsAsync(InboundMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.Case is { } id && mail.Files.Any(f => f.TakenAs is not null)
            ? WithDrafts(mail, await NumbersAsync(id, cancellation))
            : mail;
    }

    /// <summary>The numbers of the drafts of a case that more than one upload or mail brought.</summary>
    public async Task<IReadOnlySet<int>> KeptAsync(CaseId id, CancellationToken cancellation = default) =>
        (await records.ReadAsync(EvidenceRows.Manifest(id), cancellation))?.Body.Files
            .Where(f => f.Twice == true).Select(f => f.Number).ToHashSet() ?? [];

    /// <summary>Whether the files of a mail are offered to the company that it is filed with.</summary>
    public static bool IsOffered(InboundMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.Kind == InboundKind.Message && !mail.Proof.IsDoubtful;
    }

    private async Task<IReadOnlySet<int>> NumbersAsync(CaseId id, CancellationToken cancellation) =>
        (await records.ReadAsync(EvidenceRows.Manifest(id), cancellation))?.Body.Files.Select(f => f.Number).ToHashSet() ?? [];

    private static InboundMail WithDrafts(InboundMail mail, IReadOnlySet<int> there) => mail with
    {
        Files = [.. mail.Files.Select(f => f.TakenAs is { } number && !there.Contains(number) ? f.Untaken() : f)],
    };

    private static bool IsOffered(InboundMail mail, CaseId id) => mail.Case == id && IsOffered(mail);

    private static Refusal? Check(CaseId wrong, InboundMail mail) =>
        mail.Attempt is not null || mail.Files.Any(f => f.EvidenceAt is not null)
            ? MailEvidence.AlreadyTaken(wrong, mail.Attempt is not null)
            : null;

    private static Refusal Filed(CaseId wrong) => new("mailFileFiled",
        $"このメールの添付は、{wrong}の企業がすでに提出しました。登録し直すことはできません。内容を確認し、管理者に相談してください。");

    private async Task<InboundMail?> FindAsync(string id, CancellationToken cancellation) =>
        InboundRows.IsId(id) ? (await records.ReadAsync(InboundRows.Mail(id), cancellation))?.Body : null;

    private async Task<Refusal?> TakeAsync(
        InboundMail mail, string sha256, string? slot, string? by, CancellationToken cancellation)
    {
        if (mail.PlaceOf(sha256) is not { } place)
            return NoSuchMail;
        if (by is not null && mail.Files.Any(f => f.Sha256 == sha256 && f.EvidenceAt is not null))
            return new("mailFileKnown", "このファイルは、すでに審査の書類として受け取られています。下書きに加える必要はありません。");
        if (mail.Case is not { } caseId)
            return new("mailUnfiled", "このメールはまだ申請に登録されていません。先に受付番号を指定して登録してください。");
        if (await RawAsync(mail, cancellation) is not { } raw || reader.FileOf(raw, place) is not { } content)
            throw new InvalidOperationException($"The mail {mail.Id} has lost its file {place}.");
        using var stream = new MemoryStream(content);
        var answer = await evidence.ReceiveAsync(caseId, mail.Files[place].Name, stream, slot, cancellation);
        if (answer is not EvidenceAnswer.Registered { File.Number: var number })
            return ((EvidenceAnswer.Refused)answer).Refusal;
        var now = clock.GetCurrentInstant();
        await records.ChangeAsync(
            InboundRows.Mail(mail.Id), m => m! with
            {
                Files =
                [
                    .. m.Files.Select((f, i) => i == place && f.TakenAs != number
                        ? f with { TakenAt = now, TakenAs = number, TakenBy = by }
                        : f),
                ],
            }, cancellation);
        // Filed with another company meanwhile: nothing of it stays here.
        if (await FindAsync(mail.Id, cancellation) is { Case: var there } moved && there != caseId)
            return await TakeBackAsync(caseId, moved, cancellation) ?? Changed;
        return null;
    }

    private static string NameOf(string sha256) => $"inbound/{sha256}.eml";
}
