using Tedori.Programme.Approvals;
using Tedori.Workflows.Notices;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// Goes on with what staff started and a process that ended left half done. Safe to repeat and to run twice at once.
/// </summary>
public sealed class Unfinished(ProposalService proposals, NoticeJobs jobs)
{
    /// <summary>Finishes approved proposals and started jobs.</summary>
    /// <returns>How many were found unfinished.</returns>
    /// <exception cref="AggregateException">Some failed, after all had been tried; they are found again.</exception>
    public async Task<int> FinishAsync(CancellationToken cancellation = default)
    {
        var (found, failures) = (0, new List<Exception>());
        await foreach (var proposal in proposals.AllAsync())
        {
            if (proposal.State != ProposalState.Approved)
                continue;
            found++;
            await TryAsync(() => proposals.ResumeAsync(proposal.Id, cancellation), failures, cancellation);
        }

        await foreach (var job in jobs.AllAsync())
        {
            if (job.Done)
                continue;
            found++;
            await TryAsync(() => jobs.ResumeAsync(job.Id, cancellation), failures, cancellation);
        }

        return failures.Count == 0 ? found : throw new AggregateException(failures);
    }

    // One that fails every time must not keep those behind it waiting.
    private static async Task TryAsync(Func<Task> resume, List<Exception> failures, CancellationToken cancellation)
    {
        try
        {
            await resume();
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            failures.Add(e);
        }
    }
}
