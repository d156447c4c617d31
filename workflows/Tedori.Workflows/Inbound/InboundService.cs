using System.Security.Cryptography;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Inbound;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Inbound;

/// <summary>
/// Takes the mails that come in (メールの受信): keeps each whole and once, files it with its case, and tells staff. A mail is
/// never a filing. Safe to repeat.
/// </summary>
public sealed class InboundService(
    IRecords records, IMailReader reader, InboundSorter sorter, InboundFiles files, InboundAnswers answers,
    CaseCommandHandler cases, NoticeService notices, StaffTasks tasks, IClock clock)
{
    /// <summary>Most mails that are listed as filed with no case.</summary>
    public const int MostUnfiled = 200;

    private const string TaskKind = "mailReceived";
    private const string DoubtfulReport = "mailReportDoubtful";

    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.CreateWithInvariantCulture("uuuuMM");

    /// <summary>Takes a mail: when it answers, the mail is kept and can be found.</summary>
    public async Task<InboundMail> ReceiveAsync(InboundPost post, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(post.Raw.Span));
        var index = InboundRows.Digest(sha256);
        var known = new InboundReceipt(InboundRows.IdOf(post.ReceivedAt, sha256), post.ReceivedAt);
        // A mail server that heard no answer sends the same mail again: it was received when it came first.
        if (!(await records.CommitAsync(index.Insert(known), cancellation)).Succeeded)
            known = (await records.ReadAsync(index, cancellation))!.Body;
        var id = known.Id;
        if (await FindAsync(id, cancellation) is not { } mail)
        {
            await files.KeepAsync(sha256, post.Raw, cancellation);
            var (made, failed) = await sorter.SortAsync(
                post with { ReceivedAt = known.At }, id, sha256, reader.Read(post.Raw), cancellation);
            if (failed is (var notice, var proven))
                await FailedAsync(notice, proven, cancellation);
            await records.CommitAsync(InboundRows.Mail(id).Insert(made), cancellation);
            mail = (await FindAsync(id, cancellation))!;
        }
        else if (mail.Case is null && mail.DoneAt is null
            && await sorter.FileAsync(post, reader.Read(post.Raw), cancellation) is ({ } caseId, var by))
        {
            // It came once more, to an address that says more.
            mail = (await ChangeAsync(
                id, m => m.Case is null ? m with { Case = caseId, FiledBy = by } : m, cancellation))!;
        }

        await ListAsync(mail, cancellation);
        if (mail.Answer is null && await answers.AnswerAsync(mail, cancellation) is { } answer)
            mail = (await ChangeAsync(id, m => m with { Answer = answer }, cancellation))!;
        return mail;
    }

    /// <summary>The mail, or null where there is none.</summary>
    public async Task<InboundMail?> FindAsync(string id, CancellationToken cancellation = default) =>
        InboundRows.IsId(id) ? (await records.ReadAsync(InboundRows.Mail(id), cancellation))?.Body : null;

    /// <summary>
    /// Those filed with no case of which something is left to do, the oldest first; of a flood the oldest <paramref name="most"/>.
    /// </summary>
    public async Task<IReadOnlyList<InboundLine>> UnfiledAsync(
        int most = MostUnfiled, CancellationToken cancellation = default) =>
        await records.BodiesAsync(InboundRows.Unfiled, cancellation).Take(most).ToListAsync(cancellation);

    /// <summary>All of a month of UTC, the newest first.</summary>
    /// <param name="month">The month.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<InboundLine>> OfMonthAsync(YearMonth month, CancellationToken cancellation = default)
    {
        var all = await records.BodiesAsync(InboundRows.LinesOf(MonthPattern.Format(month)), cancellation)
            .ToListAsync(cancellation);
        all.Reverse();
        return all;
    }

    /// <summary>Files a mail with a case by hand, or with another one.</summary>
    /// <param name="id">Id of the mail.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who files it.</param>
    /// <param name="seen">How the mail stood when it was looked at, or null where that is all the same.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <returns>A refusal, or null.</returns>
    public async Task<Refusal?> AssignAsync(
        string id, CaseId caseId, StaffMember by, string? seen = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await cases.ReadAsync(caseId, cancellation) is null)
            return NoSuchCase(caseId);
        if (await FindAsync(id, cancellation) is not { } known)
            return InboundFiles.NoSuchMail;
        if (IsOther(known, caseId, seen))
            return InboundFiles.Changed;
        if (known.Case is { } wrong && wrong != caseId)
        {
            if (await files.TakeBackAsync(wrong, known, cancellation) is { } kept)
                return kept;
            // Before it is filed anew: broken off here, it is done again, and nothing of it stays with the other company.
            await records.RemoveAsync(InboundRows.CaseLine(wrong, id), cancellation);
        }

        var (mail, former) = await records.ChangeAsync(InboundRows.Mail(id), before => Filed(before!, caseId, by, seen), cancellation);
        await ListAsync(mail, cancellation);
        await UnlistAsync(id, former, cancellation);
        await UnlistAsync(id, caseId, cancellation);
        if (mail.Case != caseId)
            return InboundFiles.Changed;
        // Somebody of the other case may have said that nothing is left to do.
        if (mail.DoneAt is null && InboundRules.ConcernsStaff(mail.Kind))
            await tasks.ReopenAsync(new(TaskKind, mail.Id, mail.ReceivedAt, TextOf(mail)), cancellation);
        return null;
    }

    // What anybody may have written changes no notice: somebody asks the company.
    private Task FailedAsync(Notice notice, bool proven, CancellationToken cancellation) => proven
        ? notices.RecordDeliveryAsync(notice.Id, delivered: false, cancellation)
        : tasks.RaiseAsync(
            new(DoubtfulReport, notice.Id.ToString(), clock.GetCurrentInstant(),
                $"通知({notice.Subject})が届かなかったという報告のメールが来ましたが、本物か確認できません。通知の状態は変えていません。届いているか企業に電話で確認してください。"),
            cancellation);

    internal static Refusal NoSuchCase(CaseId id) => new("noSuchCase", $"受付番号{id}の申請はありません。番号を確認してください。");

    // Filed with the case already, it is what was asked for, whoever did it.
    private static bool IsOther(InboundMail mail, CaseId caseId, string? seen) =>
        mail.Case != caseId && ExpectedMailFiling.IsOther(mail, seen);

    private static Change<InboundMail, (InboundMail Mail, CaseId? Former)> Filed(
        InboundMail mail, CaseId caseId, StaffMember by, string? seen)
    {
        if (mail.Case == caseId || IsOther(mail, caseId, seen))
            return new(mail, (mail, mail.Case));
        var filed = mail with
        {
            Case = caseId,
            FiledBy = InboundFiling.Staff,
            FiledByName = by.Name,
            DoneAt = null,
            DoneName = null,
            Files = [.. mail.Files.Select(f => f.Untaken())],
        };
        return new(filed, (filed, mail.Case));
    }

    // Several clerks may file it at once: it stays in the list of the one case that it is filed with.
    private async Task UnlistAsync(string id, CaseId? other, CancellationToken cancellation)
    {
        if (other is { } listed && await FindAsync(id, cancellation) is { Case: { } filed } && filed != listed)
            await records.RemoveAsync(InboundRows.CaseLine(listed, id), cancellation);
    }

    /// <summary>Notes that nothing is left to do about a mail. One that is done stays as it is.</summary>
    /// <param name="id">Id of the mail.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="seen">How the mail stood when it was looked at, or null where that is all the same.</param>
    /// <param name="cancellation">Ends the wait; what was committed stays.</param>
    /// <returns>A refusal, or null.</returns>
    public async Task<Refusal?> FinishAsync(
        string id, StaffMember by, string? seen = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        var now = clock.GetCurrentInstant();
        var mail = await ChangeAsync(
            id, m => m.DoneAt is null && !ExpectedMailFiling.IsOther(m, seen) ? m with { DoneAt = now, DoneName = by.Name } : m,
            cancellation);
        if (mail is null)
            return InboundFiles.NoSuchMail;
        if (mail.DoneAt is null)
            return InboundFiles.Changed;
        await ListAsync(mail, cancellation);
        await records.RemoveAsync(InboundRows.UnfiledLine(id), cancellation);
        await tasks.FinishAsync(StaffTask.KeyOf(TaskKind, id), by, now, cancellation);
        return null;
    }

    private async Task ListAsync(InboundMail mail, CancellationToken cancellation)
    {
        var line = InboundLine.Of(mail);
        await records.CommitAsync(InboundRows.MonthLine(mail.Id).Upsert(line), cancellation);
        if (mail.Case is { } caseId)
        {
            await records.CommitAsync(InboundRows.CaseLine(caseId, mail.Id).Upsert(line), cancellation);
            await records.RemoveAsync(InboundRows.UnfiledLine(mail.Id), cancellation);
        }
        else if (mail.DoneAt is null && InboundRules.ConcernsStaff(mail.Kind))
        {
            await records.CommitAsync(InboundRows.UnfiledLine(mail.Id).Upsert(line), cancellation);
        }

        // Those that fit no case are one matter together: strangers must not bury what is due.
        if (mail.Case is not null && InboundRules.ConcernsStaff(mail.Kind))
            await tasks.RaiseAsync(new(TaskKind, mail.Id, mail.ReceivedAt, TextOf(mail)), cancellation);
    }

    private static string TextOf(InboundMail mail) => mail.Kind switch
    {
        InboundKind.Encrypted => "企業から暗号化されたメールが届きました。内容を読めないため、別の方法で送るよう依頼してください。",
        InboundKind.Broken => "企業から読み取れないメールが届きました。原本を確認し、必要なら再送を依頼してください。",
        _ => "企業からメールが届きました。内容を確認し、必要なら返信してください。メールは提出としては扱われません。",
    };

    private Task<InboundMail?> ChangeAsync(
        string id, Func<InboundMail, InboundMail> change, CancellationToken cancellation) => InboundRows.IsId(id)
        ? records.ChangeAsync(InboundRows.Mail(id), before => before is null ? null : change(before), cancellation)
        : Task.FromResult<InboundMail?>(null);
}
