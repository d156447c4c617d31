using Microsoft.AspNetCore.Http;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Programme.Filings;
using Tedori.Workflows.Evidence;

namespace Tedori.Functions.Applicants.Uploads;

/// <summary>The files of a form that was posted without script.</summary>
public static class PostedFiles
{
    /// <summary>Name of the form's field; behind a point may stand which document of the form it is.</summary>
    public const string Field = "file";

    /// <summary>Most files of one form.</summary>
    public const int MostFiles = 10;

    /// <summary>
    /// Hands each file to the service, in the order of the form. What was refused does not keep the others.
    /// </summary>
    public static async Task<IReadOnlyList<Refusal>> ReceiveAsync(
        this EvidenceService service, CaseId id, IFormFileCollection posted, IReadOnlyList<DocumentSlot> slots,
        CancellationToken cancellation)
    {
        IFormFile[] files = [.. posted.Where(f => IsOurs(f.Name) && f.FileName.Length > 0)];
        if (files.Length == 0)
            return [EvidenceRefusals.NameMissing];
        var refusals = new List<Refusal>();
        foreach (var file in files.Take(MostFiles))
        {
            await using var content = file.OpenReadStream();
            if (await service.ReceiveAsync(
                id, file.FileName, content, SlotOf(file.Name, slots), cancellation) is EvidenceAnswer.Refused { Refusal: var refusal })
                refusals.Add(refusal);
        }

        if (files.Length > MostFiles)
            refusals.Add(EvidenceRefusals.TooManyAtOnce(MostFiles));
        return refusals;
    }

    private static bool IsOurs(string name) =>
        name == Field || name.StartsWith($"{Field}.", StringComparison.Ordinal);

    private static string? SlotOf(string name, IReadOnlyList<DocumentSlot> slots) =>
        slots.FirstOrDefault(s => name == $"{Field}.{s.Name}")?.Name;
}
