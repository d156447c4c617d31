using Microsoft.AspNetCore.Http;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Languages;
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

    /// <summary>Id of the input of the files that are none of the form's documents.</summary>
    public const string RestId = "evidence-file";

    /// <summary>Most files of one form.</summary>
    public const int MostFiles = 10;

    /// <summary>
    /// Hands each file to the service, in the order of the form. What was refused does not keep the others, and is answered
    /// with the id of the input that it was chosen at.
    /// </summary>
    public static async Task<IReadOnlyList<(string Input, Refusal Refusal)>> ReceiveAsync(
        this EvidenceService service, CaseId id, IFormFileCollection posted, IReadOnlyList<DocumentSlot> slots,
        CancellationToken cancellation)
    {
        IFormFile[] files = [.. posted.Where(f => IsOurs(f.Name) && f.FileName.Length > 0)];
        if (files.Length == 0)
            return [(RestId, EvidenceRefusals.NameMissing)];
        var refusals = new List<(string, Refusal)>();
        foreach (var file in files.Take(MostFiles))
        {
            await using var content = file.OpenReadStream();
            var slot = slots.FirstOrDefault(s => file.Name == $"{Field}.{s.Name}");
            if (await service.ReceiveAsync(
                id, file.FileName, content, slot?.Name, cancellation) is EvidenceAnswer.Refused { Refusal: var refusal })
                refusals.Add((slot is null ? RestId : IdOf(slot), refusal));
        }

        if (files.Length > MostFiles)
            refusals.Add((RestId, EvidenceRefusals.TooManyAtOnce(MostFiles)));
        return refusals;
    }

    /// <summary>
    /// The files that were chosen and not uploaded: a form that is sent by another button carries their names alone.
    /// </summary>
    public static IReadOnlyList<FieldError> NotUploaded(PostedForm posted, IReadOnlyList<DocumentSlot> slots)
    {
        ArgumentNullException.ThrowIfNull(posted);
        ArgumentNullException.ThrowIfNull(slots);
        return [.. slots.Select(s => (Id: IdOf(s), Name: $"{Field}.{s.Name}")).Append((Id: RestId, Name: Field))
            .Select(f => (f.Id, Names: posted.All(f.Name).Select(FileName.Clean).Where(n => n.Length > 0).ToList()))
            .Where(f => f.Names.Count > 0)
            .Select(f => new FieldError(f.Id, Sentences.Of(EvidenceRefusals.NotUploaded(f.Names).Text)))];
    }

    /// <summary>Id of the input of a document.</summary>
    public static string IdOf(DocumentSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return $"slot-{slot.Name}";
    }

    private static bool IsOurs(string name) =>
        name == Field || name.StartsWith($"{Field}.", StringComparison.Ordinal);
}
