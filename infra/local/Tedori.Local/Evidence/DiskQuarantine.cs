using NodaTime;
using NodaTime.Text;
using Tedori.Engine.Sqlite;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>Uploads as folders, with a file per part that has arrived.</summary>
/// <param name="root">Its folder.</param>
/// <param name="evidence">Where admitted files go.</param>
/// <param name="urls">Signs addresses.</param>
/// <param name="durability">How sure a file is to outlive a power cut.</param>
/// <param name="remove">Removes a folder with all that is in it; null for what the file system does.</param>
internal sealed class DiskQuarantine(
    string root, DiskEvidence evidence, StoreUrls urls, Durability durability = Durability.Full,
    Action<string>? remove = null) : IQuarantine
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public Task<Uri> OpenAsync(PartKey part, Instant expires, CancellationToken cancellation = default) =>
        Task.FromResult(urls.Sign($"quarantine/{part}", StorePermission.Create, expires));

    /// <inheritdoc/>
    public Task<IReadOnlyList<int>> ArrivedAsync(UploadKey upload, CancellationToken cancellation = default)
    {
        var arrived = new List<int>();
        var folder = new DirectoryInfo(FolderOf(upload));
        foreach (var file in folder.Exists ? folder.EnumerateFiles() : [])
        {
            if (PartKey.TryParseName(file.Name, out var number))
                arrived.Add(number);
        }

        return Task.FromResult<IReadOnlyList<int>>(arrived);
    }

    /// <inheritdoc/>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task WriteAsync(UploadParts upload, Stream content, CancellationToken cancellation = default)
    {
        await foreach (var (part, bytes) in upload.CutAsync(content, cancellation))
        {
            using var body = new MemoryStream(bytes.ToArray());
            using var half = await HalfAsync(part, body, long.MaxValue, cancellation);
            half.Become(PathOf(part), replace: true);
        }
    }

    /// <summary>Whether the part is there.</summary>
    public bool Holds(PartKey part) => File.Exists(PathOf(part));

    /// <summary>Keeps one part where it is not there yet; false where it is, and stays as it was.</summary>
    /// <exception cref="EvidenceTooLargeException">It is longer than a part may be. Nothing of it was kept.</exception>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<bool> CreateAsync(PartKey part, Stream content, CancellationToken cancellation)
    {
        using var half = await HalfAsync(part, content, UploadParts.PartSize, cancellation);
        // Of several at once one is the first: moving a file asks and moves in two steps.
        lock (gate)
        {
            if (Holds(part))
                return false;
            half.Become(PathOf(part), replace: true);
            return true;
        }
    }

    /// <inheritdoc/>
    public async Task<UploadedContent?> InspectAsync(UploadParts upload, CancellationToken cancellation = default)
    {
        await using var content = Open(upload);
        if (content is null)
            return null;
        if (upload.SizeOf(content.Lengths) is var size && size != upload.Size)
            return new(new(size, default, default), "", "");
        var (sample, sha256) = await ContentReader.ReadAsync(content.Whole, cancellation);
        return new(sample, sha256, Version: sha256);
    }

    /// <inheritdoc/>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<Admission> AdmitAsync(
        UploadParts upload, UploadedContent content, CancellationToken cancellation = default)
    {
        await using var parts = Open(upload);
        if (parts is null)
            return Admission.Absent;
        return await evidence.PutExactlyAsync(upload.Key.Case, content.Sha256, parts.Whole, cancellation)
            ? Admission.Admitted
            : Admission.Changed;
    }

    /// <inheritdoc/>
    public Task DiscardAsync(UploadParts upload, CancellationToken cancellation = default)
    {
        Discard(FolderOf(upload.Key));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<int> DiscardBeforeAsync(LocalDate day, CancellationToken cancellation = default)
    {
        var (discarded, failures) = (0, new List<Exception>());
        foreach (var folder in Directory.Exists(root) ? Directory.GetDirectories(root) : [])
        {
            cancellation.ThrowIfCancellationRequested();
            var parsed = LocalDatePattern.Iso.Parse(Path.GetFileName(folder));
            // What a process that ended was about to remove bears no date.
            if (parsed.Success && parsed.Value >= day)
                continue;
            try
            {
                var uploads = parsed.Success
                    ? Directory.GetDirectories(folder).Sum(c => Directory.GetDirectories(c).Length)
                    : 0;
                Discard(folder);
                discarded += uploads;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // One that does not go must not keep all that come after it.
                failures.Add(failure);
            }
        }

        return failures.Count == 0
            ? Task.FromResult(discarded)
            : throw new AggregateException(
                $"{failures.Count} folders of uploads could not be removed; {discarded} uploads were.", failures);
    }

    // Moved away first: nothing can be written into it while its files are removed one by one.
    private void Discard(string folder)
    {
        var away = Path.Combine(root, $".{Guid.NewGuid():n}.gone");
        try
        {
            Directory.Move(folder, away);
        }
        catch (DirectoryNotFoundException)
        {
            // Another discard has taken it.
            return;
        }

        if (remove is null)
            Directory.Delete(away, recursive: true);
        else
            remove(away);
    }

    private DiskParts? Open(UploadParts upload) => DiskParts.TryOpen([.. upload.Keys.Select(PathOf)]);

    private Task<HalfFile> HalfAsync(PartKey part, Stream content, long most, CancellationToken cancellation) =>
        HalfFile.WriteAsync(FolderOf(part.Upload), content, part.ToString(), most, durability, cancellation);

    private string FolderOf(UploadKey upload) => Path.Combine([root, .. upload.ToString().Split('/')]);

    private string PathOf(PartKey part) => Path.Combine([root, .. part.ToString().Split('/')]);
}
