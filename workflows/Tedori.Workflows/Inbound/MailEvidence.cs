using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Programme.Inbound;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Office;
using Tedori.Workflows.Post;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Inbound;

/// <summary>
/// The files of mails in the hands of staff: a file is taken as a document of the review that runs (書類の受領), or a mail that came
/// before a deadline is recorded as an attempt to file (締切前の提出の試み), which two people judge. Both keep when the mail was
/// received. Safe to repeat.
/// </summary>
public sealed class MailEvidence(
    IRecords records, InboundFiles files, IMailReader reader, IEvidenceStore store, CaseCommandHandler cases, PostService post,
    IClock clock)
{
    /// <summary>Kind of mail that an attempt is recorded with (郵便の種類).</summary>
    public const string Kind = "電子メール";

    private static readonly Refusal Unfiled =
        new("mailUnfiled", "このメールはまだ申請に登録されていません。先に受付番号を指定して登録してください。");

    private static readonly Refusal Doubtful = new("mailDoubtful",
        "差出人が本物であることを確認できないメールの添付は受け取れません。企業に確認し、マイページから提出するよう案内してください。");

    private static readonly Refusal NotWritten = new("mailNotWritten", "企業の人が書いたメールではないため、添付を受け取れません。");
    private static readonly Refusal Known = new("attemptKnown", "このメールは、すでに締切前の提出の試みとして登録されています。");

    /// <summary>Takes a file as a document of the review that runs.</summary>
    /// <param name="id">Id of the mail.</param>
    /// <param name="sha256">Digest of the file.</param>
    /// <param name="slot">Which document it is, or null.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="seen">How the mail stood when it was looked at, or null where that is all the same.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <returns>A refusal, or null.</returns>
    public async Task<Refusal?> TakeAsync(
        string id, string sha256, string? slot, StaffMember by, string? seen = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await FindAsync(id, cancellation) is not { } mail)
            return InboundFiles.NoSuchMail;
        if (await CheckAsync(mail, sha256, cancellation) is { } refusal)
            return refusal;
        if (mail.Files.First(f => f.Sha256 == sha256) is { EvidenceAt: { } at, EvidenceBy: var who })
        {
            return new("mailFileKnown",
                $"このファイルは、{who}が{JapaneseDate.Full(at)}に書類として受け取りました。もう一度受け取る必要はありません。");
        }

        if (ExpectedMailFiling.IsOther(mail, seen))
            return InboundFiles.Changed;
        var (caseId, now) = (mail.Case!.Value, clock.GetCurrentInstant());
        var (kept, fault) = await KeepAsync(mail, caseId, sha256, slot, cancellation);
        if (kept is null)
            return fault;
        if (await cases.HandleAsync(caseId, CommandOf(mail, kept, by), cancellation) is CaseAnswer.Refused refused)
            return refused.Refusal;
        await ChangeAsync(id, m => m with
        {
            Files =
            [
                .. m.Files.Select(f => f.Sha256 == sha256 && f.EvidenceAt is null
                    ? f with { EvidenceAt = now, EvidenceBy = by.Name }
                    : f),
            ],
        }, cancellation);
        return null;
    }

    /// <summary>What taking a file would ask of the case of its mail now. Changes nothing.</summary>
    public AskedOfCase AsksOf(InboundMail mail, string sha256, string? slot, StaffMember by)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(by);
        var file = mail.Files[mail.PlaceOf(sha256)!.Value];
        return new(mail.Case!.Value, CommandOf(mail, new(FileName.Clean(file.Name), file.Size, sha256, slot), by));
    }

    /// <summary>Why a file cannot be taken for the review that runs, or null. Keeps nothing.</summary>
    public async Task<Refusal?> CheckAsync(InboundMail mail, string sha256, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (Check(mail) is { } refusal)
            return refusal;
        return (await cases.ReadAsync(mail.Case!.Value, cancellation))?.State.Step is Step.EligibilityReview or Step.ClaimReview
            ? (await ContentAsync(mail, sha256, cancellation)).Refusal
            : Refusals.NoReviewRuns;
    }

    /// <summary>Records that a mail was an attempt to file; two people judge it.</summary>
    /// <param name="id">Id of the mail.</param>
    /// <param name="attempt">What staff typed of it.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="seen">How the mail stood when it was looked at, or null where that is all the same.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    public async Task<EnvelopeAnswer> RecordAsync(
        string id, TypedAttempt attempt, StaffMember by, string? seen = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(by);
        if (await FindAsync(id, cancellation) is not { } mail)
            return new(null, InboundFiles.NoSuchMail);
        if (Check(mail) is { } refusal)
            return new(null, refusal);
        if (mail.Attempt is null && ExpectedMailFiling.IsOther(mail, seen))
            return new(null, InboundFiles.Changed);
        var caseId = mail.Case!.Value;
        var kept = new List<EvidenceFile>();
        foreach (var (sha256, slot) in attempt.Files)
        {
            var (file, fault) = await KeepAsync(mail, caseId, sha256, slot, cancellation);
            if (file is null)
                return new(null, fault);
            kept.Add(file);
        }

        var answer = await post.RecordAsync(
            new(AttemptOf(id), caseId, attempt.Step, attempt.Correction, JapanTime.DateOf(mail.ReceivedAt), Kind, null, kept,
                attempt.Items, attempt.Persons, [new(by.Id, by.Name, null, clock.GetCurrentInstant())],
                Programme.Post.EnvelopeState.AwaitingApprover)
            {
                Answers = attempt.Answers,
                Mail = new(mail.Id, mail.ReceivedAt),
            }, cancellation);
        if (answer.Refusal is { } refused)
            return refused.Code == PostRefusals.KeyUsedCode ? new(null, Known) : answer;
        await ChangeAsync(id, m => m with { Attempt = AttemptOf(id) }, cancellation);
        return answer;
    }

    /// <summary>Id of the attempt that a mail is recorded as: one mail is one attempt, however many clerks type it at once.</summary>
    public static string AttemptOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    internal static Refusal AlreadyTaken(CaseId wrong, bool attempt) => new("mailFileTaken", attempt
        ? $"このメールは、{wrong}の締切前の提出の試みとして登録されています。登録し直すことはできません。内容を確認し、管理者に相談してください。"
        : $"このメールの添付は、{wrong}の書類として受け取られています。登録し直すことはできません。内容を確認し、管理者に相談してください。");

    /// <summary>Why nothing of a mail can be taken by staff, or null.</summary>
    public static Refusal? Check(InboundMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.Case is null ? Unfiled
            : mail.Kind != InboundKind.Message ? NotWritten
            : mail.Proof.IsDoubtful ? Doubtful
            : null;
    }

    private CaseCommand.TakeMailFile CommandOf(InboundMail mail, EvidenceFile file, StaffMember by) => new(
        clock.GetCurrentInstant(), new(KeyOf(mail, file.Sha256), new Receipt.Electronic(mail.ReceivedAt), [file]), mail.Id,
        by.Name);

    // The same checks as of every file: name, size, magic bytes; what the scanner finds stands beside it afterwards.
    private async Task<(byte[] Content, string Name, Refusal? Refusal)> ContentAsync(
        InboundMail mail, string sha256, CancellationToken cancellation)
    {
        if (mail.PlaceOf(sha256) is not { } place)
            return ([], "", InboundFiles.NoSuchMail);
        if (await files.RawAsync(mail, cancellation) is not { } raw || reader.FileOf(raw, place) is not { } content)
            throw new InvalidOperationException($"The mail {mail.Id} has lost its file {place}.");
        var name = FileName.Clean(mail.Files[place].Name);
        return (content, name, EvidenceRules.CheckFile(name, content.Length)
            ?? EvidenceRules.CheckContent(name, content.Length, FileSample.Of(content)));
    }

    private async Task<(EvidenceFile? File, Refusal? Refusal)> KeepAsync(
        InboundMail mail, CaseId caseId, string sha256, string? slot, CancellationToken cancellation)
    {
        var (content, name, refusal) = await ContentAsync(mail, sha256, cancellation);
        if (refusal is not null)
            return (null, refusal);
        using var stream = new MemoryStream(content);
        return (await store.PutAsync(caseId, name, stream, cancellation) with { Slot = slot }, null);
    }

    private async Task<InboundMail?> FindAsync(string id, CancellationToken cancellation) =>
        InboundRows.IsId(id) ? (await records.ReadAsync(InboundRows.Mail(id), cancellation))?.Body : null;

    private Task<InboundMail?> ChangeAsync(
        string id, Func<InboundMail, InboundMail> change, CancellationToken cancellation) =>
        records.ChangeAsync(InboundRows.Mail(id), m => m is null ? null : change(m), cancellation);

    private static string KeyOf(InboundMail mail, string sha256) => $"mail-{mail.Id}-{sha256[..16]}";
}

/// <summary>What staff typed of a mail that was an attempt to file.</summary>
/// <param name="Step">What was filed.</param>
/// <param name="Correction">Number of the correction that it answers, or null.</param>
/// <param name="Files">The files that belong to it, each with the document that it is, or null.</param>
/// <param name="Answers">What the mail states, by name of the form's field; null where the case has no such form.</param>
/// <param name="Items">Items that are registered or claimed.</param>
/// <param name="Persons">Persons that are claimed; else 0.</param>
public sealed record TypedAttempt(
    Step Step, int? Correction, IReadOnlyList<(string Sha256, string? Slot)> Files,
    IReadOnlyDictionary<string, string>? Answers, IReadOnlyList<int> Items, int Persons);
