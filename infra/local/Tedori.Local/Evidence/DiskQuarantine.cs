using NodaTime;
using NodaTime.Text;
using Tedori.Engine.Sqlite;
using Tedori.Programme.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Local.Evidence;

/// <summary>
/// Uploads as folders: a file per block that has arrived, and the content once a list of blocks puts it together.
/// Blocks stay until the upload is discarded, so that a list whose answer was lost can be sent again.
/// </summary>
/// <param name="root">Its folder.</param>
/// <param name="evidence">Where admitted files go.</param>
/// <param name="urls">Signs addresses.</param>
/// <param name="durability">How sure a file is to outlive a power cut.</param>
/// <param name="remove">Removes a folder with all that is in it; null for what the file system does.</param>
internal sealed class DiskQuarantine(
    string root, DiskEvidence evidence, StoreUrls urls, Durability durability = Durability.Full,
    Action<string>? remove = null) : IQuarantine
{
    /// <summary>Most blocks of one upload.</summary>
    public const int MostBlocks = 100;

    private const string Content = "content";
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public Task<Uri> OpenAsync(UploadKey key, Instant expires, CancellationToken cancellation = default) =>
        Task.FromResult(urls.Sign($"quarantine/{key}", StorePermission.Write, expires));

    /// <inheritdoc/>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task WriteAsync(UploadKey key, Stream content, CancellationToken cancellation = default)
    {
        using var half = await HalfAsync(key, content, cancellation);
        half.Become(Path.Combine(FolderOf(key), Content), replace: true);
    }

    /// <summary>
    /// Keeps one block. The same block again replaces it; false where the upload would become too large.
    /// </summary>
    /// <exception cref="EvidenceTooLargeException">The block alone is too large.</exception>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<bool> StageAsync(UploadKey key, BlockId block, Stream content, CancellationToken cancellation)
    {
        using var half = await HalfAsync(key, content, cancellation);
        // Other blocks of the same upload may arrive at once, and each must see the others' length.
        lock (gate)
        {
            var others = new DirectoryInfo(FolderOf(key)).GetFiles(BlockId.Pattern).Where(f => f.Name != block.FileName)
                .ToList();
            if (others.Count >= MostBlocks || others.Sum(f => f.Length) + half.Size > EvidenceLimits.MostBytes)
                return false;
            half.Become(Path.Combine(FolderOf(key), block.FileName), replace: true);
        }

        return true;
    }

    /// <summary>Puts the content together of blocks in this order; false where one has not arrived.</summary>
    /// <exception cref="EvidenceTooLargeException">Blocks that are named twice make it too large.</exception>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<bool> CommitAsync(UploadKey key, IReadOnlyList<BlockId> blocks, CancellationToken cancellation)
    {
        var files = blocks.Select(b => Path.Combine(FolderOf(key), b.FileName)).ToList();
        if (!files.All(File.Exists))
            return false;
        await using var content = new FileSequence(files);
        await WriteAsync(key, content, cancellation);
        return true;
    }

    /// <inheritdoc/>
    public async Task<UploadedContent?> InspectAsync(UploadKey key, CancellationToken cancellation = default)
    {
        await using var content = DiskStreams.TryOpen(Path.Combine(FolderOf(key), Content));
        if (content is null)
            return null;
        var (sample, sha256) = await ContentReader.ReadAsync(content, cancellation);
        return new(sample, sha256, Version: sha256);
    }

    /// <inheritdoc/>
    /// <exception cref="StorageFullException">The disk is full.</exception>
    public async Task<Admission> AdmitAsync(
        UploadKey key, UploadedContent content, CancellationToken cancellation = default)
    {
        await using var stream = DiskStreams.TryOpen(Path.Combine(FolderOf(key), Content));
        if (stream is null)
            return Admission.Absent;
        return await evidence.PutExactlyAsync(key.Case, content.Sha256, stream, cancellation)
            ? Admission.Admitted
            : Admission.Changed;
    }

    /// <inheritdoc/>
    public Task DiscardAsync(UploadKey key, CancellationToken cancellation = default)
    {
        Discard(FolderOf(key));
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

    private Task<HalfFile> HalfAsync(UploadKey key, Stream content, CancellationToken cancellation) =>
        HalfFile.WriteAsync(FolderOf(key), content, key.ToString(), EvidenceLimits.MostBytes, durability, cancellation);

    private string FolderOf(UploadKey key) => Path.Combine([root, .. key.ToString().Split('/')]);
}
