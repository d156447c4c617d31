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
    // The URL may still write while the server reads; nobody honest does so more than once.
    private const int MostReadings = 3;

    /// <summary>Registers the upload with this number.</summary>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task<EvidenceAnswer> RegisterAsync(CaseId id, int number, CancellationToken cancellation = default)
    {
        for (var reading = 0; ; reading++)
        {
            if (await records.UploadAsync(id, number, cancellation) is not { } row)
                return new EvidenceAnswer.Refused(EvidenceRefusals.UploadUnknown);
            if (AnswerOf(row.Body, (await records.ManifestAsync(id, cancellation))?.Body) is { } answered)
                return answered;
            if (reading == MostReadings)
                return new EvidenceAnswer.Refused(EvidenceRefusals.UploadIncomplete(row.Body.Name));
            if (await TryAsync(id, row.Body, row.Version, cancellation) is { } answer)
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

    // Null means that the upload went away or changed meanwhile: another registration of it may have ended, so read
    // again.
    private async Task<EvidenceAnswer?> TryAsync(
        CaseId id, UploadRow upload, string version, CancellationToken cancellation)
    {
        var key = upload.KeyIn(id);
        if (await quarantine.InspectAsync(key, cancellation) is not { } content)
            return null;
        var refusal = EvidenceRules.CheckContent(upload.Name, upload.Size, content.Sample);
        if (refusal is null)
        {
            if (await quarantine.AdmitAsync(key, content, cancellation) != Admission.Admitted)
                return null;
            // By the upload: one that another registration listed in between must find its file in the manifest.
            var answer = await records.ChangeAsync(
                EvidenceRows.Upload(id, upload.Number), row => HoldAsync(id, row!, content, cancellation),
                cancellation);
            // Where the case has no room, the company may make some and register again.
            if (answer is EvidenceAnswer.Registered)
                await quarantine.DiscardAsync(key, cancellation);
            return answer;
        }

        // A file that did not arrive as declared may arrive again; one of the wrong kind stays what it is.
        if (content.Sample.Size != upload.Size)
            return new EvidenceAnswer.Refused(refusal);
        var write = EvidenceRows.Upload(id, upload.Number).Put(upload with { Refusal = refusal }, version);
        if (!await records.CommitAsync(write, cancellation))
            return null;
        await quarantine.DiscardAsync(key, cancellation);
        return new EvidenceAnswer.Refused(refusal);
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
            f => f.File.Sha256 == content.Sha256 && !EvidenceService.IsFiled(f, filed));
        var files = manifest.Files;
        if (held is null)
        {
            var taken = await records.TotalsAsync(id, manifest, now, except: upload.Number, cancellation);
            if (EvidenceRules.CheckRoom(taken with { Uploads = 0 }, content.Sample.Size) is { } refusal)
                return new(upload, new EvidenceAnswer.Refused(refusal));
            var kind = FileKinds.Claimed(upload.Name)!.Value;
            held = new(upload.Number, new(upload.Name, content.Sample.Size, content.Sha256),
                kind, now)
            {
                Doubt = FileDoubts.Of(kind, content.Sample),
            };
            files = [.. files, held];
        }

        return new(upload with { File = held }, new EvidenceAnswer.Registered(held),
            [EvidenceRows.Manifest(id).Put(manifest with { Files = files }, row?.Version)]);
    }
}
