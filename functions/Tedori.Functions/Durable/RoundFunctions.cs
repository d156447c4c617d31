using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Durable;

/// <summary>Wrappers of the round's orchestrator and activities.</summary>
public sealed class RoundFunctions(AdvanceRound advance, PublishResults publish)
{
    /// <summary>Runs <see cref="RoundOrchestrator"/>.</summary>
    [Function(nameof(RoundOrchestrator))]
    public static Task<RoundPhase> RunRound([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new RoundOrchestrator().RunAsync(context, context.GetInput<string>()!);

    /// <summary>Runs <see cref="AdvanceRound"/>.</summary>
    [Function(nameof(AdvanceRound))]
    public Task<RoundAdvanced> Advance([ActivityTrigger] string round) =>
        advance.RunAsync(new WrapperContext(nameof(AdvanceRound)), round);

    /// <summary>Runs <see cref="PublishResults"/>.</summary>
    [Function(nameof(PublishResults))]
    public Task<PublishedPage> Publish([ActivityTrigger] PublishPage page, [DurableClient] DurableTaskClient client) =>
        publish.RunAsync(new WrapperContext(nameof(PublishResults)), page);
}
