using Microsoft.DurableTask;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>Does whatever is due in a round. Safe to repeat. The class name is storage format.</summary>
[DurableTask(nameof(AdvanceRound))]
public sealed class AdvanceRound(RoundService service) : TaskActivity<string, RoundAdvanced>
{
    /// <inheritdoc/>
    public override Task<RoundAdvanced> RunAsync(TaskActivityContext context, string input) =>
        service.AdvanceAsync(RoundId.Parse(input));
}
