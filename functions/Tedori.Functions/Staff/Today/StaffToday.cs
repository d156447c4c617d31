using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Staff.Today;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff.Today;

/// <summary>The first page of the console.</summary>
public sealed class StaffToday(Door door, Answers answers)
{
    /// <summary>Shows what is due.</summary>
    [Function("StaffToday")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff")] HttpRequest request) =>
        door.StaffAsync(request, StaffRole.Viewer, visit => answers.PageAsync<TodayPage>(new TodayModel(visit.Member)));
}
