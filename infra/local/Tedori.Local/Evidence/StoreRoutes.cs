using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Tedori.Engine.Sqlite;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>
/// The local store as a browser sees it: the part of the Blob service's protocol that <c>upload.js</c> and links of
/// staff use. The signature of the URL is the only right that counts here.
/// </summary>
internal sealed class StoreRoutes(StoreUrls urls, DiskEvidence evidence, DiskQuarantine quarantine)
{
    private const int MostBytesOfList = 64 * 1024;

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.Map(StoreUrls.Root + "{**path}", RunAsync);

    private async Task RunAsync(HttpContext context, string? path)
    {
        var wanted = context.Request.Method switch
        {
            "GET" or "HEAD" => StorePermission.Read,
            "PUT" => StorePermission.Write,
            _ => (StorePermission?)null,
        };
        if (urls.Refuse(path ?? "", wanted, context.Request.Query) is { } code)
            Answer(context, StatusCodes.Status403Forbidden, code);
        else if (wanted == StorePermission.Write)
            await WriteAsync(context, path!);
        else
            await ReadAsync(context, path!);
    }

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

    private async Task WriteAsync(HttpContext context, string path)
    {
        var request = context.Request;
        var most = request.Query["comp"] == "blocklist" ? MostBytesOfList : EvidenceLimits.MostBytes;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = most;
        if (!path.StartsWith("quarantine/", StringComparison.Ordinal) ||
            !UploadKey.TryParse(path["quarantine/".Length..], out var key))
            Answer(context, StatusCodes.Status404NotFound, "ContainerNotFound");
        else if (request.ContentLength is null)
            Answer(context, StatusCodes.Status411LengthRequired, "MissingContentLengthHeader");
        else
            await TakeAsync(context, key!);
    }

    private async Task TakeAsync(HttpContext context, UploadKey key)
    {
        try
        {
            var (status, code) = await TakeBodyAsync(context.Request, key, context.RequestAborted);
            Answer(context, status, code);
        }
        catch (BadHttpRequestException e)
        {
            // Too large by its head, or the connection broke in the middle of a block: nothing of it was kept.
            Answer(context, e.StatusCode, "InvalidInput");
        }
        catch (EvidenceTooLargeException)
        {
            Answer(context, StatusCodes.Status413PayloadTooLarge, "RequestBodyTooLarge");
        }
        catch (DirectoryNotFoundException)
        {
            Answer(context, StatusCodes.Status409Conflict, "BlobBeingDiscarded");
        }
        catch (StorageFullException)
        {
            Answer(context, StatusCodes.Status507InsufficientStorage, "InsufficientStorage");
        }
    }

    private async Task<(int Status, string? Code)> TakeBodyAsync(
        HttpRequest request, UploadKey key, CancellationToken cancellation)
    {
        switch (request.Query["comp"].ToString())
        {
            case "block":
                if (!BlockId.TryParse(request.Query["blockid"].ToString(), out var block))
                    return (StatusCodes.Status400BadRequest, "InvalidQueryParameterValue");
                return await quarantine.StageAsync(key, block, request.Body, cancellation)
                    ? (StatusCodes.Status201Created, null)
                    : (StatusCodes.Status413PayloadTooLarge, "BlockCountExceedsLimit");
            case "blocklist":
                if (await BlockListBody.ReadAsync(request.Body) is not { } blocks)
                    return (StatusCodes.Status400BadRequest, "InvalidXmlDocument");
                return await quarantine.CommitAsync(key, blocks, cancellation)
                    ? (StatusCodes.Status201Created, null)
                    : (StatusCodes.Status400BadRequest, "InvalidBlockList");
            case "" when request.Headers["x-ms-blob-type"] == "BlockBlob":
                await quarantine.WriteAsync(key, request.Body, cancellation);
                return (StatusCodes.Status201Created, null);
            default:
                return (StatusCodes.Status400BadRequest, "InvalidHeaderValue");
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
