using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Programme;

namespace Tedori.Tests.Host;

/// <summary>Wrappers of an orchestration and of activities of every shape.</summary>
public sealed class SampleWork(SamplePages.Visit visit)
{
    [Function("Life")]
    public static async Task<string> LifeAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var order = context.GetInput<Order>()!;
        var typed = await context.CallActivityAsync<Order>("Raise", order);
        await context.CallActivityAsync("Nothing");
        try
        {
            await context.CallActivityAsync("Fail", "x");
        }
        catch (TaskFailedException e)
        {
            return $"{typed.Case} {typed.Count} {e.FailureDetails.ErrorType}: {e.FailureDetails.ErrorMessage}";
        }

        return "did not fail";
    }

    [Function("Raise")]
    public Task<Order> Raise(
        [ActivityTrigger] Order order, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(order with { Count = order.Count * 2 * visit.Number * client.Name.Length });
    }

    [Function("Nothing")]
    public static async Task NothingAsync([ActivityTrigger] string? input)
    {
        await Task.Yield();
        Assert.Null(input);
    }

    [Function("Fail")]
    public static string Fail([ActivityTrigger] string input) => throw new TimeoutException(input);

    public sealed record Order(CaseId Case, int Count);
}
