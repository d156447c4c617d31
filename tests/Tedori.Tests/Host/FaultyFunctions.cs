using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Tedori.Tests.Host;

#pragma warning disable DURABLE0008 // functions that are wrong on purpose

/// <summary>Classes that a catalog must refuse, each for the reason in its name.</summary>
public static class FaultyFunctions
{
    public sealed class TwoOfOneName
    {
        [Function("One")]
        public static Task First([ActivityTrigger] string input) => Task.FromResult(input);

        [Function("ONE")]
        public static Task Second([ActivityTrigger] string input) => Task.FromResult(input);
    }

    public sealed class NoTrigger
    {
        [Function("X")]
        public static Task Run(string input) => Task.FromResult(input);
    }

    public sealed class TwoTriggers
    {
        [Function("X")]
        public static Task Run([ActivityTrigger] string input, [TimerTrigger("0 * * * * *")] TimerInfo timer) =>
            Task.FromResult((input, timer));
    }

    public sealed class KeyOfTheHost
    {
        [Function("X")]
        public static IActionResult Run([HttpTrigger("get")] HttpRequest request) => new ObjectResult(request);
    }

    public sealed class NoRequest
    {
        [Function("X")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] string body) =>
            new ObjectResult(body);
    }

    public sealed class ParameterOutsideTheRoute
    {
        [Function("X")]
        public static IActionResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}")] HttpRequest request,
            string caseId) =>
            new ObjectResult((request, caseId));
    }

    public sealed class ClientWithoutItsAttribute
    {
        [Function("X")]
        public static Task Run([ActivityTrigger] string input, DurableTaskClient client) =>
            Task.FromResult((input, client));
    }

    public sealed class TimerWithoutInfo
    {
        [Function("X")]
        public static Task Run([TimerTrigger("0 * * * * *")] string timer) => Task.FromResult(timer);
    }

    public sealed class OrchestrationOfAnotherName
    {
        [Function("X")]
        public static Task Run([OrchestrationTrigger(Orchestration = "Y")] TaskOrchestrationContext context) =>
            Task.FromResult(context);
    }

    public sealed class ActivityOfAnotherName
    {
        [Function("X")]
        public static Task Run([ActivityTrigger(Activity = "Y")] string input) => Task.FromResult(input);
    }

    public sealed class OrchestratorOnAnObject
    {
        [Function("X")]
        public Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => Task.FromResult((this, context));
    }

    public sealed class OrchestratorWithAClient
    {
        [Function("X")]
        public static Task Run(
            [OrchestrationTrigger] TaskOrchestrationContext context, [DurableClient] DurableTaskClient client) =>
            Task.FromResult((context, client));
    }

    public sealed class ValueTaskReturned
    {
        [Function("X")]
        public static ValueTask<string> Run([ActivityTrigger] string input) => ValueTask.FromResult(input);
    }
}
