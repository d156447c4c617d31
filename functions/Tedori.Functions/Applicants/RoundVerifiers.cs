using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using Tedori.Pages.Draws;

namespace Tedori.Functions.Applicants;

/// <summary>The verifiers of published draws, to download.</summary>
public sealed class RoundVerifiers
{
    private readonly byte[] python = Encoding.UTF8.GetBytes(VerifierFiles.Python);
    private readonly byte[] javaScript = Encoding.UTF8.GetBytes(VerifierFiles.JavaScript);

    /// <summary>Sends the one for Python.</summary>
    [Function("RoundVerifierPython")]
    public IResult SendPython(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/verify_draw.py")] HttpRequest request) =>
        Send(request, python, "text/x-python; charset=utf-8", "verify_draw.py");

    /// <summary>Sends the one for JavaScript.</summary>
    [Function("RoundVerifierJavaScript")]
    public IResult SendJavaScript(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "rounds/verify_draw.js")] HttpRequest request) =>
        Send(request, javaScript, "text/javascript; charset=utf-8", "verify_draw.js");

    private static IResult Send(HttpRequest request, byte[] file, string type, string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\"");
        return Results.Bytes(file, type, name, entityTag: tag);
    }
}
