using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Staff.Settings;
using Tedori.Workflows;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>The settings: what the edition assumes, the closed days, the links.</summary>
public sealed class SettingsPages(Door door, Answers answers, EditionShelf editions, ClosedDays closedDays)
{
    /// <summary>Shows them.</summary>
    [Function("ShowSettings")]
    public Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/settings")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Administrator, async visit => await answers.PageAsync<SettingsPage>(
            new SettingsModel([.. editions.All], await closedDays.AllAsync(visit.Cancellation), visit.Member, visit.ReceivedAt)));
}
