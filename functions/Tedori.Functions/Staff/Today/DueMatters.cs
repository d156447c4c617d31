using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Office;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Staff.Today;

/// <summary>Proposals that wait for the member, and the office's list of things to look at.</summary>
public sealed class DueMatters(ProposalService proposals, StaffTasks tasks, RoundRecords rounds)
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
            if (task.DoneAt is null && await IsDueAsync(task, cancellation))
                lines.Add(LineOf(task));
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
    private async Task<bool> IsDueAsync(StaffTask task, CancellationToken cancellation) => task.Kind switch
    {
        "releaseResult" => false,
        "carryPlaces" => RoundId.TryParse(task.Subject, out var round)
            && (await rounds.StateAsync(round, cancellation)).State.Phase == RoundPhase.Open,
        _ => true,
    };

    private static TodayLine LineOf(StaffTask task)
    {
        var kind = task.Kind.StartsWith("mail", StringComparison.Ordinal) ? TodayKind.Mail
            : task.Kind == "canaryMissed" ? TodayKind.System
            : TodayKind.Task;
        return new(kind, task.Subject, LinkTo(task.Subject), task.Text, task.At,
            Task: StaffTask.KeyOf(task.Kind, task.Subject));
    }

    private static string LinkTo(string subject) =>
        NoticeId.TryParse(subject, out var notice) ? $"/staff/cases/{notice.CaseId}#notices"
        : CaseId.TryParse(subject.Split('.', ':')[0], out var id) ? $"/staff/cases/{id}"
        : RoundId.TryParse(subject, out var round) ? $"/staff/rounds#{round}"
        : "/staff";
}
