using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Evidence;

/// <summary>The files of a form that was posted without script.</summary>
public static class PostedFiles
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "file";

    /// <summary>Most files of one form.</summary>
    public const int MostFiles = 10;

    private const long MostBytes = (2 * EvidenceLimits.MostBytes) + (1024 * 1024);

    /// <summary>
    /// Reads the form within the limits of uploads instead of those of other forms. Call it before anything else reads the
    /// body, such as the check of the form's token.
    /// </summary>
    /// <returns>Null where the body is no such form, or too large.</returns>
    public static async Task<IFormCollection?> ReadFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions
        {
            MultipartBodyLengthLimit = MostBytes,
            ValueCountLimit = 50,
            ValueLengthLimit = 16 * 1024,
            MemoryBufferThreshold = 64 * 1024,
        }));
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Hands each file to the desk, in the order of the form. What was refused does not keep the others.</summary>
    public static async Task<IReadOnlyList<Refusal>> ReceiveAsync(
        this EvidenceDesk desk, CaseId id, IFormCollection form, CancellationToken cancellation)
    {
        var files = form.Files.GetFiles(Field);
        if (files.All(f => f.FileName.Length == 0))
            return [EvidenceRefusals.NameMissing];
        var refusals = new List<Refusal>();
        foreach (var file in files.Take(MostFiles))
        {
            await using var content = file.OpenReadStream();
            if (await desk.ReceiveAsync(id, file.FileName, content, cancellation) is EvidenceAnswer.Refused { Refusal: var refusal })
                refusals.Add(refusal);
        }

        if (files.Count > MostFiles)
            refusals.Add(EvidenceRefusals.TooManyAtOnce(MostFiles));
        return refusals;
    }
}
