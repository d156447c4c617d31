using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// The files of a case: opens uploads, lists what has arrived once the server has re-read it, removes what is not
/// filed. Every method is safe to repeat. Whoever calls has made sure that the caller may act for the case.
/// </summary>
public sealed class EvidenceService(
    EvidenceRecords records, CaseCommandHandler cases, UploadRegistration registration, IQuarantine quarantine, IClock clock)
{
    /// <summary>How long the URLs of a ticket work.</summary>
    public static readonly Duration TicketLife = Duration.FromMinutes(10);

    /// <summary>How long fresh tickets can be had of one upload.</summary>
    public static readonly Duration UploadLife = Duration.FromHours(24);

    /// <summary>
    /// Opens an upload, or gives a fresh ticket of one that was opened before, for the parts that have not arrived yet:
    /// <paramref name="resume"/> is its number, and a number that cannot be gone on with opens a new upload.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="name">Name of the file; data only.</param>
    /// <param name="size">Its length in bytes, as the browser declares it.</param>
    /// <param name="resume">Number of an upload of the same file, or null.</param>
    /// <param name="slot">Which document of the form it is, or null.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    /// <returns><see cref="EvidenceAnswer.Opened"/> or <see cref="EvidenceAnswer.Refused"/>.</returns>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public async Task<EvidenceAnswer> OpenUploadAsync(
        CaseId id, string name, long size, int? resume = null, string? slot = null,
        CancellationToken cancellation = default)
    {
        if (await RefuseCaseAsync(id, cancellation) is { } closed)
            return new EvidenceAnswer.Refused(closed);
        var clean = FileName.Clean(name);
        if (EvidenceRules.CheckFile(clean, size) is { } refusal)
            return new EvidenceAnswer.Refused(refusal);
        if (resume is { } number && await ResumableAsync(id, number, clean, size, slot, cancellation) is { } before)
            return await TicketAsync(
                id, before, await quarantine.ArrivedAsync(before.PartsIn(id).Key, cancellation), cancellation);
        var (upload, refused) = await records.ChangeAsync(
            EvidenceRows.Manifest(id), before => OpenAsync(id, clean, size, slot, before, cancellation), cancellation);
        return upload is null
            ? new EvidenceAnswer.Refused(refused!)
            : await TicketAsync(id, upload, arrived: [], cancellation);
    }

    /// <summary>
    /// Lists an upload's file in the case, after re-reading its size, digest and kind in the store. Repeating it, also
    /// at the same time, gives the same file; so does another upload of a file that the draft lists already as
    /// the same document.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="number">Number of the upload.</param>
    /// <param name="sha256">
    /// Digest of the file as whoever sent it computed it, or null where they could not: what arrived must have it.
    /// </param>
    /// <param name="cancellation">Stops before the next step.</param>
    /// <returns><see cref="EvidenceAnswer.Registered"/> or <see cref="EvidenceAnswer.Refused"/>.</returns>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<EvidenceAnswer> RegisterUploadAsync(
        CaseId id, int number, string? sha256 = null, CancellationToken cancellation = default) =>
        registration.RegisterAsync(id, number, sha256, cancellation);

    /// <summary>
    /// Takes a whole file from a form that was posted without script, through the same checks as an upload of the
    /// browser's.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="name">Name of the file; data only.</param>
    /// <param name="content">The file, from its present position; its length must be known.</param>
    /// <param name="slot">Which document of the form it is, or null.</param>
    /// <param name="cancellation">Stops before the next step.</param>
    /// <returns><see cref="EvidenceAnswer.Registered"/> or <see cref="EvidenceAnswer.Refused"/>.</returns>
    public async Task<EvidenceAnswer> ReceiveAsync(
        CaseId id, string name, Stream content, string? slot = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var answer = await OpenUploadAsync(id, name, content.Length - content.Position, resume: null, slot, cancellation);
        if (answer is not EvidenceAnswer.Opened { Ticket.UploadId: var number })
            return answer;
        var upload = (await records.UploadAsync(id, number, cancellation))!.Body;
        await quarantine.WriteAsync(upload.PartsIn(id), content, cancellation);
        return await RegisterUploadAsync(id, number, sha256: null, cancellation);
    }

    /// <summary>
    /// Takes a file off the draft, by the number of its upload. The content stays in the store: a filing that is on its
    /// way may list it. What is not listed is no error; what is filed is refused.
    /// </summary>
    /// <returns><see cref="EvidenceAnswer.Removed"/> or <see cref="EvidenceAnswer.Refused"/>.</returns>
    /// <exception cref="ContentionException">Other writers came between too often.</exception>
    public Task<EvidenceAnswer> RemoveAsync(CaseId id, int number, CancellationToken cancellation = default) =>
        records.ChangeAsync(
            EvidenceRows.Manifest(id), before => RemoveAsync(id, number, before, cancellation), cancellation);

    /// <summary>All files of the case, in the order in which they were registered.</summary>
    public async Task<IReadOnlyList<ListedFile>> ListAsync(CaseId id, CancellationToken cancellation = default)
    {
        if (await records.ManifestAsync(id, cancellation) is not { Body: { Files.Count: > 0 } manifest })
            return [];
        var filed = await records.FiledAsync(id, cancellation);
        var verdicts = await records.VerdictsAsync(id, cancellation);
        return [.. manifest.Files.Select(
            f => new ListedFile(f, IsFiled(f, filed), verdicts.GetValueOrDefault(f.File.Sha256)))];
    }

    /// <summary>The files that the next filing would list, in the order in which they were registered.</summary>
    public async Task<IReadOnlyList<EvidenceFile>> DraftAsync(CaseId id, CancellationToken cancellation = default) =>
        [.. (await ListAsync(id, cancellation)).Where(f => !f.Filed).Select(f => f.Held.File)];

    /// <summary>
    /// The files that a filing lists which is judged by this reading of the case, in the order in which they were
    /// registered.
    /// </summary>
    public async Task<IReadOnlyList<EvidenceFile>> DraftAsync(LoadedCase found, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        var manifest = (await records.ManifestAsync(found.Id, cancellation))?.Body ?? EvidenceManifest.Empty;
        if (manifest.Files.Count == 0)
            return [];
        var filed = EvidenceRecords.FiledBy((await found.EventsAsync()).Select(e => e.Event));
        return [.. manifest.Files.Where(f => !IsFiled(f, filed)).Select(f => f.File)];
    }

    /// <summary>
    /// Removes what browsers left behind in quarantine more than a day ago, and answers how much there was.
    /// </summary>
    public Task<int> SweepAsync(CancellationToken cancellation = default) => quarantine.DiscardBeforeAsync(
        Programme.Calendar.JapanTime.DateOf(clock.GetCurrentInstant() - UploadLife), cancellation);

    internal static bool IsFiled(HeldFile held, IReadOnlyDictionary<(string Sha256, string? Slot), Instant> filed) =>
        filed.TryGetValue((held.File.Sha256, held.File.Slot), out var at) && at >= held.RegisteredAt;

    private async Task<Refusal?> RefuseCaseAsync(CaseId id, CancellationToken cancellation) =>
        (await cases.ReadAsync(id, cancellation))?.State switch
        {
            null => EvidenceRefusals.UploadUnknown,
            { Outcome: { } outcome } => Refusals.CaseClosed(outcome),
            { Step: Step.AwaitingDraw } => Refusals.NotThisStep(Step.AwaitingDraw, "書類のアップロード"),
            _ => null,
        };

    private async Task<UploadRow?> ResumableAsync(
        CaseId id, int number, string name, long size, string? slot, CancellationToken cancellation)
    {
        var upload = (await records.UploadAsync(id, number, cancellation))?.Body;
        return upload?.Name == name && upload.Size == size && upload.Slot == slot && upload.IsPending(clock.GetCurrentInstant())
            ? upload
            : null;
    }

    private async Task<Change<EvidenceManifest, (UploadRow? Upload, Refusal? Refusal)>> OpenAsync(
        CaseId id, string name, long size, string? slot, EvidenceManifest? before, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var manifest = before ?? EvidenceManifest.Empty;
        var taken = await records.TotalsAsync(id, manifest, now, except: 0, cancellation);
        if (EvidenceRules.CheckRoom(taken, size) is { } refusal)
            return new(before, (null, refusal));
        var upload = new UploadRow(manifest.Uploads + 1, name, size, now, now + UploadLife) { Slot = slot };
        return new(manifest with { Uploads = upload.Number }, (upload, null),
            [EvidenceRows.Upload(id, upload.Number).Insert(upload)]);
    }

    private async Task<EvidenceAnswer> TicketAsync(
        CaseId id, UploadRow upload, IReadOnlyList<int> arrived, CancellationToken cancellation)
    {
        var expires = clock.GetCurrentInstant() + TicketLife;
        var missing = new List<PartUrl>();
        foreach (var part in upload.PartsIn(id).Keys.Where(p => !arrived.Contains(p.Number)))
            missing.Add(new(part.Number, await quarantine.OpenAsync(part, expires, cancellation)));
        return new EvidenceAnswer.Opened(new(upload.Number, expires, UploadParts.PartSize, missing));
    }

    private async Task<Change<EvidenceManifest, EvidenceAnswer>> RemoveAsync(
        CaseId id, int number, EvidenceManifest? before, CancellationToken cancellation)
    {
        if (before?.Files.FirstOrDefault(f => f.Number == number) is not { } held)
            return new(before, new EvidenceAnswer.Removed());
        if (IsFiled(held, await records.FiledAsync(id, cancellation)))
            return new(before, new EvidenceAnswer.Refused(EvidenceRefusals.FileFiled(held.File.Name)));
        var upload = (await records.UploadAsync(id, number, cancellation))!;
        return new(
            before with { Files = [.. before.Files.Where(f => f.Number != number)] }, new EvidenceAnswer.Removed(),
            [
                EvidenceRows.Upload(id, number).Put(
                    upload.Body with { RemovedAt = clock.GetCurrentInstant() }, upload.Version),
            ]);
    }
}
