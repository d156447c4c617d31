using Tedori.Programme.Approvals;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Notices;

namespace Tedori.Workflows.Office;

/// <summary>Goes on with what staff started and a process that ended left half done. Safe to repeat and to run twice at once.</summary>
public sealed class Unfinished(ProposalDesk proposals, NoticeJobs jobs)
{
    /// <summary>Finishes approved proposals and started jobs.</summary>
    /// <returns>How many were found unfinished.</returns>
    public async Task<int> FinishAsync(CancellationToken cancellation = default)
    {
        var found = 0;
        await foreach (var proposal in proposals.AllAsync())
        {
            if (proposal.State != ProposalState.Approved)
                continue;
            found++;
            await proposals.ResumeAsync(proposal.Id, cancellation);
        }

        await foreach (var job in jobs.AllAsync())
        {
            if (job.Done)
                continue;
            found++;
            await jobs.ResumeAsync(job.Id, cancellation);
        }

        return found;
    }
}
