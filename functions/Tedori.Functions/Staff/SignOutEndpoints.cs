using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Workflows.Office;

namespace Tedori.Functions.Staff;

/// <summary>Leads to where the platform signs somebody out.</summary>
public sealed class SignOutEndpoints(RequestPipeline pipeline, IStaffSignIn signIn)
{
    /// <summary>Changes nothing itself.</summary>
    [Function("StaffSignOut")]
    public Task<IActionResult> LeadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/sign-out")] HttpRequest request) =>
        pipeline.StaffAsync(request, [StaffRole.Viewer, StaffRole.Chamber], page =>
            Task.FromResult(Responses.SeeOther(page.Request.HttpContext.Response, signIn.SignOutPath)));
}
