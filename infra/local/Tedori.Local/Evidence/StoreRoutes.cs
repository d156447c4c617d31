using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Tedori.Engine.Sqlite;
using Tedori.Programme;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>
/// The local store as a browser sees it: the part of the Blob service's protocol that <c>upload.js</c> and links of
/// staff use. The signature of the URL is the only right that counts here.
/// </summary>
internal sealed class StoreRoutes(
    StoreUrls urls, DiskEvidence evidence, DiskQuarantine quarantine, TimeProvider? time = null)
{
    // As long as upload.js waits. A body that is held back otherwise lasts for hours once it has begun quickly.
    private static readonly TimeSpan PartTime = TimeSpan.FromMinutes(2);

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.Map(StoreUrls.Root + "{**path}", RunAsync);

    private async Task RunAsync(HttpContext context, string? path)
    {
        var wanted = WantedBy(context.Request);
        if (urls.Refuse(path ?? "", wanted, context.Request.Query) is { } code)
            Answer(context, StatusCodes.Status403Forbidden, code);
        else if (wanted == StorePermission.Create)
            await CreateAsync(context, path!);
        else
            await ReadAsync(context, path!);
    }

    // Whatever is about a blob that is there, its blocks, a lease, metadata, a snapshot, bears a word of its own.
    private static StorePermission? WantedBy(HttpRequest request) => request switch
    {
        { Query: var query } when query.ContainsKey("comp") => null,
        { Method: "GET" or "HEAD" } => StorePermission.Read,
        { Method: "PUT" } => StorePermission.Create,
        _ => null,
    };

    private async Task ReadAsync(HttpContext context, string path)
    {
        if (path.Split('/') is not ["evidence", var caseId, var sha256] || !CaseId.TryParse(caseId, out var id) ||
            await evidence.OpenAsync(id, sha256, context.RequestAborted) is not { } content)
        {
            Answer(context, StatusCodes.Status404NotFound, "BlobNotFound");
            return;
        }

        await using (content)
        {
            context.Response.ContentType = MediaTypeNames.Application.Octet;
            context.Response.ContentLength = content.Length;
            context.Response.Headers.ContentDisposition = context.Request.Query["rscd"];
            if (HttpMethods.IsGet(context.Request.Method))
                await content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private async Task CreateAsync(HttpContext context, string path)
    {
        var request = context.Request;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = UploadParts.PartSize;
        if (!path.StartsWith("quarantine/", StringComparison.Ordinal) ||
            !PartKey.TryParse(path["quarantine/".Length..], out var part))
            Answer(context, StatusCodes.Status404NotFound, "ContainerNotFound");
        else if (request.ContentLength is null)
            Answer(context, StatusCodes.Status411LengthRequired, "MissingContentLengthHeader");
        else if (request.Headers["x-ms-blob-type"] != "BlockBlob")
            Answer(context, StatusCodes.Status400BadRequest, "InvalidHeaderValue");
        else
            await TakeAsync(context, part!);
    }

    private async Task TakeAsync(HttpContext context, PartKey part)
    {
        using var bound = new CancellationTokenSource(PartTime, time ?? TimeProvider.System);
        // Without an answer: the server would first wait for the rest of the body.
        await using var end = bound.Token.Register(context.Abort);
        try
        {
            if (!quarantine.Holds(part)
                && await quarantine.CreateAsync(part, context.Request.Body, context.RequestAborted))
                Answer(context, StatusCodes.Status201Created, code: null);
            else
                Answer(context, StatusCodes.Status403Forbidden, "UnauthorizedBlobOverwrite");
        }
        catch (BadHttpRequestException e)
        {
            // Too large by its head, or the connection broke in the middle of a part: nothing of it was kept.
            Answer(context, e.StatusCode, "InvalidInput");
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested)
        {
            // Nothing of it was kept.
        }
        catch (EvidenceTooLargeException)
        {
            Answer(context, StatusCodes.Status413PayloadTooLarge, "RequestBodyTooLarge");
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            Answer(context, StatusCodes.Status409Conflict, "BlobBeingDiscarded");
        }
        catch (StorageFullException)
        {
            Answer(context, StatusCodes.Status507InsufficientStorage, "InsufficientStorage");
        }
    }

    private static void Answer(HttpContext context, int status, string? code)
    {
        if (context.Response.HasStarted)
            return;
        context.Response.StatusCode = status;
        if (code is not null)
            context.Response.Headers["x-ms-error-code"] = code;
    }
}
