using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Functions.Operator;
using Tedori.Functions.Settings;
using Tedori.Workflows.Sweeping;

namespace Tedori.Functions.Development;

/// <summary>
/// The clock of a developer's machine, and a form that moves it. Everywhere else there is no such page.
/// </summary>
public sealed class ClockEndpoints(RequestPipeline pipeline, Responses responses, IClock clock, Sweeper sweeper)
{
    /// <summary>Shows it.</summary>
    [Function("DevelopmentClockPage")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "local/clock")] HttpRequest request) =>
        AnswerAsync(request, (page, _) => PageAsync(page, null));

    /// <summary>Moves it, and does at once what has become due: durable timers follow real time.</summary>
    [Function("DevelopmentClock")]
    public Task<IActionResult> MoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "local/clock")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        AnswerAsync(request, async (page, moved) =>
        {
            if (moved.MoveTo(page.Form["to"]) is { } fault)
                return await PageAsync(page, fault);
            await sweeper.SweepAsync(page.Cancellation);
            return Responses.SeeOther(request.HttpContext.Response, "/local/clock");
        });

    private Task<IActionResult> PageAsync(PageRequest page, string? fault) => responses.PageAsync<ClockPage>(
        new ClockModel(clock.GetCurrentInstant(), page.Token, fault), fault is null ? 200 : 422);

    private Task<IActionResult> AnswerAsync(
        HttpRequest request, Func<PageRequest, DevelopmentClock, Task<IActionResult>> answer) =>
        clock is DevelopmentClock moved && Loopback.Asks(request)
            ? pipeline.PublicAsync(request, page => answer(page, moved))
            : pipeline.AbsentAsync(request, []);
}
