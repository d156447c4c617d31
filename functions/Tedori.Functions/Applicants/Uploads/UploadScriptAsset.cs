using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;

namespace Tedori.Functions.Applicants.Uploads;

/// <summary>The script of the upload form.</summary>
public sealed class UploadScriptAsset(RequestPipeline pipeline)
{
    /// <summary>
    /// Answers with the script; for good where the address names this very text, for now where it does not.
    /// </summary>
    [Function("UploadScript")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = UploadScript.Route)] HttpRequest request) =>
        pipeline.PublicAsync(request, page => Task.FromResult(AnswerTo(page.Request)));

    /// <summary>The answer to a request for it.</summary>
    public static IActionResult AnswerTo(HttpRequest request) =>
        ScriptAnswer.To(request, UploadScript.Text, UploadScript.Digest);
}
