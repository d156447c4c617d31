using Microsoft.DurableTask;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Workflows.Editions;

namespace Tedori.Workflows.Cases;

/// <summary>
/// Tells a case what time it is, commits whatever is due and answers with the next wake. Safe to repeat: what is done
/// is not due any more. The class name is storage format.
/// </summary>
[DurableTask(nameof(Advance))]
public sealed class Advance(CaseCommandHandler service, EditionCatalog editions, IClock clock) : TaskActivity<string, Advanced>
{
    /// <inheritdoc/>
    public override async Task<Advanced> RunAsync(TaskActivityContext context, string input)
    {
        var id = CaseId.Parse(input);
        var now = clock.GetCurrentInstant();
        var answer = await service.HandleAsync(id, new CaseCommand.PassTime(now));
        var state = answer is CaseAnswer.Accepted accepted
            ? accepted.State
            : throw new InvalidOperationException($"Case {id} has an orchestration but no record.");
        return new(state.Step, CaseSchedule.NextWake(editions.Of(id), state, now), state.Outcome);
    }
}
