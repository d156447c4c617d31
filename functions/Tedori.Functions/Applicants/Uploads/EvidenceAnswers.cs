using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Uploads;

/// <summary>Answers of the evidence service as <c>upload.js</c> reads them.</summary>
public static class EvidenceAnswers
{
    /// <summary>JSON of the ticket, of the listed file or of the refusal, with its status.</summary>
    public static IActionResult ToJson(this EvidenceAnswer answer) => answer switch
    {
        EvidenceAnswer.Opened { Ticket: var ticket } => Responses.Json(ticket),
        EvidenceAnswer.Registered { File: var file } => Responses.Json(file.Doubt is { } doubt ? file with { Doubt = Sentences.Of(doubt) } : file),
        EvidenceAnswer.Removed => new StatusCodeResult(StatusCodes.Status204NoContent),
        EvidenceAnswer.Refused { Refusal: var refusal } =>
            Responses.Json(refusal with { Text = Sentences.Of(refusal.Text) }, StatusCodes.Status422UnprocessableEntity),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };
}
