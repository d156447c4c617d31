using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;

namespace Tedori.Functions.Staff;

/// <summary>The script of the console.</summary>
public sealed class StaffScriptAsset(RequestPipeline pipeline)
{
    /// <summary>
    /// Answers with the script; for good where the address names this very text, for now where it does not.
    /// </summary>
    [Function("StaffScript")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StaffScript.Route)] HttpRequest request) =>
        pipeline.PublicAsync(request, page => Task.FromResult(
            ScriptAnswer.To(page.Request, StaffScript.Text, StaffScript.Digest)));
}
