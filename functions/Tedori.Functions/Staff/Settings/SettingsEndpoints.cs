using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Http;
using Tedori.Functions.Papers;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Sweeping;

namespace Tedori.Functions.Staff.Settings;

/// <summary>The settings: what the edition assumes, the closed days, the links.</summary>
public sealed class SettingsEndpoints(
    RequestPipeline pipeline, Responses responses, EditionCatalog editions, ClosedDays closedDays, Sweeper sweeper, StaffTrail trail,
    PaperFont font)
{
    /// <summary>Shows them.</summary>
    [Function("ShowSettings")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/settings")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Administrator, async page => await responses.PageAsync<SettingsPage>(
            new SettingsModel([.. editions.All], await closedDays.AllAsync(page.Cancellation), page.Member,
                page.ReceivedAt, page.Token)
            { Faults = editions.Faults, Font = font }));

    /// <summary>
    /// Starts every orchestration that should run, from the records: after a task hub was lost. Safe to repeat.
    /// </summary>
    [Function("Rearm")]
    public Task<IActionResult> RearmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/settings/rearm")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.StaffAsync(request, StaffRole.Administrator, async page =>
        {
            // It goes on when the browser does not wait.
            var report = await trail.DoAsync(
                page, AuditActions.Rearm, "-", null, null, () => sweeper.RearmAsync(CancellationToken.None),
                r => $"{r.Cases}件");
            return await responses.MessageAsync(StatusCodes.Status200OK, "期限の見張りを組み直しました",
                $"{report.Cases}件の申請について、期限の見張りを記録から組み直しました。遅れていた処理は{report.Late}件でした。");
        });
}
