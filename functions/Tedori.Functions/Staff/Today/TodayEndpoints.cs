using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Today;

/// <summary>The first page of the console.</summary>
public sealed class TodayEndpoints(
    RequestPipeline pipeline, Responses responses, DueCases cases, DueRounds rounds, DueMatters matters, SystemState system,
    StaffTasks tasks, StaffTrail trail)
{
    /// <summary>Shows what is due.</summary>
    [Function("StaffToday")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            var (faults, health) = await system.LookAsync(page.ReceivedAt, page.Cancellation);
            List<TodayLine> lines =
            [
                .. faults,
                .. await rounds.FindAsync(page.ReceivedAt, page.Cancellation),
                .. await cases.FindAsync(page.ReceivedAt, page.Cancellation),
                .. await matters.FindAsync(page.Member, page.Cancellation),
            ];
            await trail.SawAsync(page, AuditActions.ViewToday, "-");
            return await responses.PageAsync<TodayPage>(
                TodayModel.Of(page.Member, page.Token, page.ReceivedAt, lines, health));
        });

    /// <summary>Marks a task as done.</summary>
    [Function("StaffTask")]
    public Task<IActionResult> FinishAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/tasks")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
        {
            var key = page.Form["task"];
            if (!TaskKey.IsOne(key) || await tasks.FindAsync(key, page.Cancellation) is not { } task)
                return await responses.NotFoundAsync();
            // Somebody else may have been first; the log says who did it.
            await trail.DoAsync(
                page, AuditActions.FinishTask, task.Subject, task.Kind, null,
                () => tasks.FinishAsync(key, page.Member, page.ReceivedAt, page.Cancellation),
                t => $"済み {t?.DoneName}");
            return Responses.SeeOther(page.Request.HttpContext.Response, "/staff");
        });
}

/// <summary>The key of a task as a form sends it back.</summary>
internal static class TaskKey
{
    /// <summary>Whether the text can be the key of a row: what it names may still not exist.</summary>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':');
}
