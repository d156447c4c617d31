using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Pages.Staff.Today;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Today;

/// <summary>The first page of the console.</summary>
public sealed class StaffToday(
    Door door, Answers answers, DueCases cases, DueRounds rounds, DueMatters matters, SystemState system,
    StaffTasks tasks,
    DurableClientSlot slot, StaffTrail trail)
{
    /// <summary>Shows what is due.</summary>
    [Function("StaffToday")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.StaffAsync(request, StaffRole.Viewer, async visit =>
        {
            slot.Client = client;
            var (faults, health) = await system.LookAsync(visit.ReceivedAt, visit.Cancellation);
            List<TodayLine> lines =
            [
                .. faults,
                .. await rounds.FindAsync(visit.ReceivedAt, visit.Cancellation),
                .. await cases.FindAsync(visit.ReceivedAt, visit.Cancellation),
                .. await matters.FindAsync(visit.Member, visit.Cancellation),
            ];
            await trail.SawAsync(visit, AuditActions.ViewToday, "-");
            return await answers.PageAsync<TodayPage>(
                TodayModel.Of(visit.Member, visit.Token, visit.ReceivedAt, lines, health));
        });

    /// <summary>Marks a task as done.</summary>
    [Function("StaffTask")]
    public Task<IActionResult> FinishAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/tasks")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Reviewer, async visit =>
        {
            var key = visit.Form["task"];
            if (!TaskKey.IsOne(key)
                || await tasks.FinishAsync(key, visit.Member, visit.ReceivedAt, visit.Cancellation) is not { } task)
                return await answers.NotFoundAsync();
            // Somebody else may have been first; the log says who did it.
            await trail.DidAsync(visit, AuditActions.FinishTask, task.Subject, task.Kind, $"済み {task.DoneName}");
            return Answers.SeeOther(visit.Request.HttpContext.Response, "/staff");
        });
}
