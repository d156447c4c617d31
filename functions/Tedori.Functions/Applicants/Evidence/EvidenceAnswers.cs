using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tedori.Programme.Serialization;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Evidence;

/// <summary>Answers of the evidence desk as <c>upload.js</c> reads them.</summary>
public static class EvidenceAnswers
{
    /// <summary>JSON of the ticket, of the listed file or of the refusal, with its status.</summary>
    public static IActionResult ToJson(this EvidenceAnswer answer) => answer switch
    {
        EvidenceAnswer.Opened { Ticket: var ticket } => Json(ticket, StatusCodes.Status200OK),
        EvidenceAnswer.Registered { File: var file } => Json(file, StatusCodes.Status200OK),
        EvidenceAnswer.Removed => new StatusCodeResult(StatusCodes.Status204NoContent),
        EvidenceAnswer.Refused { Refusal: var refusal } => Json(refusal, StatusCodes.Status422UnprocessableEntity),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };

    private static ContentResult Json<T>(T value, int status) => new()
    {
        Content = TedoriJson.Write(value),
        ContentType = "application/json; charset=utf-8",
        StatusCode = status,
    };
}
