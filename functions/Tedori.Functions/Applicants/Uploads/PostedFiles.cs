using Microsoft.AspNetCore.Http;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Uploads;

/// <summary>The files of a form that was posted without script.</summary>
public static class PostedFiles
{
    /// <summary>Name of the form's field.</summary>
    public const string Field = "file";

    /// <summary>Most files of one form.</summary>
    public const int MostFiles = 10;

    /// <summary>
    /// Hands each file to the service, in the order of the form. What was refused does not keep the others.
    /// </summary>
    public static async Task<IReadOnlyList<Refusal>> ReceiveAsync(
        this EvidenceService service, CaseId id, IFormFileCollection posted, CancellationToken cancellation)
    {
        var files = posted.GetFiles(Field);
        if (files.All(f => f.FileName.Length == 0))
            return [EvidenceRefusals.NameMissing];
        var refusals = new List<Refusal>();
        foreach (var file in files.Take(MostFiles))
        {
            await using var content = file.OpenReadStream();
            if (await service.ReceiveAsync(
                id, file.FileName, content, cancellation) is EvidenceAnswer.Refused { Refusal: var refusal })
                refusals.Add(refusal);
        }

        if (files.Count > MostFiles)
            refusals.Add(EvidenceRefusals.TooManyAtOnce(MostFiles));
        return refusals;
    }
}
