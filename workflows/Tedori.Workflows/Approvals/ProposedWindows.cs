using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Workflows.Approvals;

/// <summary>
/// A round whose window one person proposed to move waits for the second: two minutes are too few for two people.
/// </summary>
public sealed class ProposedWindows(ProposalRecords proposals, Disruptions disruptions) : ISealingHold
{
    /// <inheritdoc/>
    public async Task<bool> HoldsAsync(RoundId round, CancellationToken cancellation = default)
    {
        try
        {
            return await WaitsAsync(round, cancellation);
        }
        catch (DamagedRowException)
        {
            // The sweep reports it. Somebody's damaged proposal must not keep a round from its draw.
            return false;
        }
    }

    private async Task<bool> WaitsAsync(RoundId round, CancellationToken cancellation)
    {
        await foreach (var proposal in proposals.AllAsync().WithCancellation(cancellation))
        {
            if (proposal.State is not (ProposalState.Open or ProposalState.Approved)
                || !proposal.Actions.OfType<ProposedAction.MoveWindow>().Any(a => a.Round == round))
                continue;
            // Moved already: only the companies are still told, which the sealing does not wait for.
            var windows = (await disruptions.AllAsync(cancellation)).Windows;
            if (!windows.Any(w => w.Round == round && w.Proposal == proposal.Id))
                return true;
        }

        return false;
    }
}
