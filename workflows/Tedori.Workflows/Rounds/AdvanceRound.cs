using Microsoft.DurableTask;
using Tedori.Programme;

namespace Tedori.Workflows.Rounds;

/// <summary>Does whatever is due in a round. Safe to repeat. The class name is storage format.</summary>
[DurableTask(nameof(AdvanceRound))]
public sealed class AdvanceRound(RoundDesk desk) : TaskActivity<string, RoundAdvanced>
{
    /// <inheritdoc/>
    public override Task<RoundAdvanced> RunAsync(TaskActivityContext context, string input) =>
        desk.AdvanceAsync(RoundId.Parse(input));
}
