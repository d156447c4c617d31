using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Scans;

/// <summary>
/// Where the malware scanner's verdicts arrive. Authorised by the platform's check of Event Grid's token.
/// </summary>
public sealed class ScanResultEndpoints(
    IScannerSignIn scanner, VirusVerdicts verdicts, IClock clock, ILogger<ScanResultEndpoints> logger)
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>
    /// Takes verdicts, or answers the handshake. Anything but a success makes Event Grid post them again.
    /// </summary>
    [Function("ScanResults")]
    public async Task<IActionResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "evidence/scans")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!scanner.Admits(request))
            return Answer(StatusCodes.Status401Unauthorized, "Only Event Grid posts here.");
        if (await BodyAsync(request, cancellation) is not { } body)
            return Answer(StatusCodes.Status413PayloadTooLarge, $"A post has at most {MostBytes} bytes.");
        try
        {
            var (code, results) = ScanResultReader.Read(body, clock.GetCurrentInstant());
            foreach (var result in results)
                await verdicts.RecordAsync(result.Case, result.Verdict, cancellation);
            logger.LogInformation("The scanner told {Count} verdicts.", results.Count);
            return code is null ? new NoContentResult() : new JsonResult(new { validationResponse = code });
        }
        catch (JsonException)
        {
            logger.LogWarning("A post of the scanner is no array of events; it is asked for again.");
            return Answer(StatusCodes.Status400BadRequest, "Post an array of events in the schema of Event Grid.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = new byte[MostBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellation);
        return read > MostBytes ? null : body.AsMemory(0, read);
    }

    private static ContentResult Answer(int status, string text) =>
        new() { StatusCode = status, Content = text + "\n", ContentType = "text/plain; charset=utf-8" };
}
