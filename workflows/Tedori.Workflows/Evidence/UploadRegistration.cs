using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// From quarantine to evidence: re-reads an upload, admits exactly what was read, lists it, and only then discards the
/// upload. A process that ends in between leaves nothing that a repetition does not mend.
/// </summary>
public sealed class UploadRegistration(EvidenceRecords records, IQuarantine quarantine, IClock clock)
{
    // The parts go away while the server reads where another registration of the upload ends, and once only.
    private const int MostReadings = 3;

    /// <summary>Registers the upload with this number.</summary>
    /// <param name="id">The case.</param>
    /// <param name="number">Number of the upload.</param>
    /// <param name="stated">Digest that the file must have, or null where nobody could tell.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task<EvidenceAnswer> RegisterAsync(
        CaseId id, int number, string? stated = null, CancellationToken cancellation = default)
    {
        for (var reading = 0; ; reading++)
        {
            if (await records.UploadAsync(id, number, cancellation) is not { } row)
                return new EvidenceAnswer.Refused(EvidenceRefusals.UploadUnknown);
            if (AnswerOf(row.Body, (await records.ManifestAsync(id, cancellation))?.Body) is { } answered)
                return answered;
            if (reading == MostReadings)
                return new EvidenceAnswer.Refused(EvidenceRefusals.UploadIncomplete(row.Body.Name));
            if (await TryAsync(id, row.Body, row.Version, stated, cancellation) is { } answer)
                return answer;
        }
    }

    private static EvidenceAnswer? AnswerOf(UploadRow upload, EvidenceManifest? manifest) => upload switch
    {
        { File: { } file } => manifest?.Files.Any(f => f.Number == file.Number) == true
            ? new EvidenceAnswer.Registered(file)
            : new EvidenceAnswer.Refused(EvidenceRefusals.UploadUnknown),
        { Refusal: { } refusal } => new EvidenceAnswer.Refused(refusal),
        _ => null,
    };

    // Null means that the upload is not whole, or went away or changed meanwhile: another registration of it may have
    // ended, so read again.
    private async Task<EvidenceAnswer?> TryAsync(
        CaseId id, UploadRow upload, string version, string? stated, CancellationToken cancellation)
    {
        var parts = upload.PartsIn(id);
        if (await quarantine.InspectAsync(parts, cancellation) is not { } content)
            return null;
        if (Refuse(upload, content, stated) is { } refusal)
            return await RefuseAsync(parts, upload with { Refusal = refusal }, version, cancellation);
        if (await quarantine.AdmitAsync(parts, content, cancellation) != Admission.Admitted)
            return null;
        // By the upload: one that another registration listed in between must find its file in the manifest.
        var answer = await records.ChangeAsync(
            EvidenceRows.Upload(id, upload.Number), row => HoldAsync(id, row!, content, cancellation), cancellation);
        // Where the case has no room, the company may make some and register again.
        if (answer is EvidenceAnswer.Registered)
            await quarantine.DiscardAsync(parts, cancellation);
        return answer;
    }

    private static Refusal? Refuse(UploadRow upload, UploadedContent content, string? stated) =>
        content.Sample.Size == upload.Size && stated is not null && stated != content.Sha256
            ? EvidenceRefusals.DigestDiffers(upload.Name)
            : EvidenceRules.CheckContent(upload.Name, upload.Size, content.Sample);

    // For good, since no part can be put again: the same file is taken as another upload, whose URLs are others.
    private async Task<EvidenceAnswer?> RefuseAsync(
        UploadParts parts, UploadRow refused, string version, CancellationToken cancellation)
    {
        var write = EvidenceRows.Upload(parts.Key.Case, refused.Number).Put(refused, version);
        if (!await records.CommitAsync(write, cancellation))
            return null;
        await quarantine.DiscardAsync(parts, cancellation);
        return new EvidenceAnswer.Refused(refused.Refusal!);
    }

    private async Task<Change<UploadRow, EvidenceAnswer>> HoldAsync(
        CaseId id, UploadRow upload, UploadedContent content, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var row = await records.ManifestAsync(id, cancellation);
        var manifest = row?.Body ?? EvidenceManifest.Empty;
        if (AnswerOf(upload, manifest) is { } answered)
            return new(upload, answered);
        var filed = await records.FiledAsync(id, cancellation);
        var held = manifest.Files.FirstOrDefault(
            f => f.File.IsSameAs(content.Sha256, upload.Slot) && !EvidenceService.IsFiled(f, filed));
        var files = manifest.Files;
        if (held is null)
        {
            var taken = await records.TotalsAsync(id, manifest, now, except: upload.Number, cancellation);
            if (EvidenceRules.CheckRoom(taken with { Uploads = 0 }, content.Sample.Size) is { } refusal)
                return new(upload, new EvidenceAnswer.Refused(refusal));
            var kind = FileKinds.Claimed(upload.Name)!.Value;
            held = new(upload.Number, new(upload.Name, content.Sample.Size, content.Sha256, upload.Slot),
                kind, now)
            {
                Doubt = FileDoubts.Of(kind, content.Sample),
            };
            files = [.. files, held];
        }
        else if (held.Twice is null)
        {
            files = [.. files.Select(f => f.Number == held.Number ? f with { Twice = true } : f)];
        }

        return new(upload with { File = held }, new EvidenceAnswer.Registered(held),
            [EvidenceRows.Manifest(id).Put(manifest with { Files = files }, row?.Version)]);
    }
}
