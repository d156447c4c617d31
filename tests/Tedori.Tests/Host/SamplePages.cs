using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Tedori.Tests.Host;

/// <summary>HTTP triggers of every shape that the host binds and answers.</summary>
public sealed class SamplePages(SamplePages.Visit visit)
{
    [Function("Home")]
    public static IActionResult Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        Text($"home {request.Query["q"]}");

    [Function("Case")]
    public static Task<IActionResult> CaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{round:int}/cases/{caseId}")]
        HttpRequest request,
        string caseId,
        int round,
        CancellationToken cancellation) =>
        Task.FromResult<IActionResult>(Text($"{request.Method} {round + 1} {caseId} {cancellation.CanBeCanceled}"));

    [Function("Optional")]
    public static IActionResult Optional(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/{number:int?}")] HttpRequest request,
        int? number) =>
        Text($"{request.Path} {number?.ToString() ?? "none"}");

    [Function("Submit")]
    public async Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "PUT", Route = "submit")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        var form = await request.ReadFormAsync();
        return Results.Text($"{visit.Number} {client.Name} {form["name"]}", statusCode: 201);
    }

    [Function("NamedByItself")]
    public static IActionResult Unrouted([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        Text(request.Method);

    [Function("Away")]
    public static IActionResult Away(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "away")] HttpRequest request) =>
        new RedirectResult($"{request.PathBase}/submit");

    [Function("Broken")]
    public static Task<IActionResult> Broken(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken")] HttpRequest request) =>
        throw new TimeoutException(request.Path);

    private static ContentResult Text(string text) =>
        new() { Content = text, ContentType = "text/plain; charset=utf-8" };

    /// <summary>Something of one request, to see that each has its own scope and that it ends.</summary>
    public sealed class Visit(Visits visits) : IDisposable
    {
        public int Number { get; } = visits.Begin();

        public void Dispose() => visits.End();
    }

    public sealed class Visits
    {
        private int begun;
        private int ended;

        public (int Begun, int Ended) Count => (begun, ended);

        public int Begin() => Interlocked.Increment(ref begun);

        public void End() => Interlocked.Increment(ref ended);
    }
}
