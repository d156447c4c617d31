using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Today;

/// <summary>Proposals that wait for the member, and the office's list of things to look at.</summary>
public sealed class DueMatters(
    ProposalService proposals, StaffTasks tasks, RoundRecords rounds, PlaceService places, CaseCommandHandler cases,
    InboundService mails)
{
    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<TodayLine>> FindAsync(StaffMember member, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(member);
        var lines = new List<TodayLine>();
        await foreach (var proposal in proposals.AllAsync().WithCancellation(cancellation))
        {
            if (LineOf(proposal, member) is { } line)
                lines.Add(line);
        }

        await foreach (var task in tasks.AllAsync().WithCancellation(cancellation))
        {
            if (task.DoneAt is null && await DueAsync(task, cancellation) is { } due)
                lines.Add(LineOf(due, await NameAsync(task.Subject, cancellation)));
        }

        if (await mails.UnfiledAsync(cancellation: cancellation) is [var oldest, ..] unfiled)
        {
            var count = unfiled.Count < InboundService.MostUnfiled ? $"{unfiled.Count}件" : $"{unfiled.Count}件以上";
            lines.Add(new(TodayKind.Mail, $"申請が分からないメール {count}", "/staff/mails",
                "どの申請のものか分からないメールが届いています。内容を確認し、申請に登録するか、処理済みにしてください。", oldest.At));
        }

        return lines;
    }

    private static TodayLine? LineOf(Proposal p, StaffMember member)
    {
        var mine = p.ProposedBy == member.Id;
        if (p.State != ProposalState.Open || !(mine || member.Has(StaffRole.Approver)))
            return null;
        var why = mine
            ? $"あなたの起案です。別の承認者の決裁を待っています。理由: {p.Reason}"
            : $"{p.ProposerName}の起案です。内容を確認し、承認又は差戻しをしてください。理由: {p.Reason}";
        return new(TodayKind.Proposal, $"起案 {p.Id} ({p.Size}件)", $"/staff/proposals/{p.Id}", why,
            p.ProposedAt);
    }

    // The page says of rounds itself what is due of them.
    private async Task<StaffTask?> DueAsync(StaffTask task, CancellationToken cancellation) => task.Kind switch
    {
        "releaseResult" => null,
        "carryPlaces" => RoundId.TryParse(task.Subject, out var round)
            && (await rounds.StateAsync(round, cancellation)).State.Phase == RoundPhase.Open
                ? await DueAsync(task, round, cancellation)
                : null,
        _ => task,
    };

    // Places that were added since the round opened are settled in the ledger: it says what is left to decide.
    private async Task<StaffTask?> DueAsync(StaffTask task, RoundId round, CancellationToken cancellation)
    {
        var ledger = await places.LedgerAsync(round.Edition, cancellation);
        if (!ledger.Postings.Any(p => p.To == round.Number && p.At >= task.At))
            return task;
        var left = ledger.Propose(round.Number).Sum(f => f.Unfilled + f.Freed);
        return left == 0
            ? null
            : task with { Text = $"第{round.Number}回に、前回までの空き予定社数をさらに{left}社まで追加できます。追加するか決定してください。" };
    }

    // Nobody knows a case by the number of its notice.
    private async Task<string> NameAsync(string subject, CancellationToken cancellation)
    {
        if (await mails.FindAsync(subject, cancellation) is { } mail)
        {
            var whose = mail.Case is { } filed && await cases.ReadAsync(filed, cancellation) is { } company
                ? $"{filed} {company.State.Entry.CompanyName}"
                : "受信メール";
            return $"{whose} {(mail.Subject.Length > 0 ? mail.Subject : "(件名なし)")}";
        }

        var (id, about) = NoticeId.TryParse(subject, out var notice)
            ? (notice.CaseId, $" {KindLabels.Of(notice.Kind)}")
            : (CaseOf(subject), "");
        return id is { } known && await cases.ReadAsync(known, cancellation) is { } found
            ? $"{known} {found.State.Entry.CompanyName}{about}"
            : RoundNameOf(subject) ?? subject;
    }

    // A lot of a round stands behind it.
    private static string? RoundNameOf(string subject) => subject.Split('.') is [var first, .. var lot]
        && RoundId.TryParse(first, out var round)
            ? $"第{round.Number}回({round}){string.Concat(lot.Select(l => $" 名簿番号{l}"))}"
            : null;

    private static TodayLine LineOf(StaffTask task, string name)
    {
        var kind = task.Kind.StartsWith("mail", StringComparison.Ordinal) ? TodayKind.Mail
            : task.Kind == "canaryMissed" ? TodayKind.System
            : TodayKind.Task;
        return new(kind, name, LinkTo(task.Subject), task.Text, task.At,
            Task: StaffTask.KeyOf(task.Kind, task.Subject));
    }

    private static CaseId? CaseOf(string subject) =>
        CaseId.TryParse(subject.Split('.', ':')[0], out var id) ? id : null;

    private static string LinkTo(string subject) =>
        InboundRows.IsId(subject) ? $"/staff/mails/{subject}"
        : NoticeId.TryParse(subject, out var notice) ? $"/staff/cases/{notice.CaseId}#notices"
        : CaseOf(subject) is { } posted && subject.Split('.') is [_, { Length: 32 } post] ? $"/staff/post/{posted.Round}/{post}"
        : CaseOf(subject) is { } id ? $"/staff/cases/{id}"
        : RoundId.TryParse(subject.Split('.')[0], out var round) ? $"/staff/rounds#{round}"
        : "/staff";
}
