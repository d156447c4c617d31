using System.Net;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;
using Tedori.Engine.Sqlite;
using Tedori.Local.Evidence;
using Tedori.Programme;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

/// <summary>What the stores on disk leave in the data folder, and what their routes refuse.</summary>
public sealed class DiskFilesTests : IAsyncLifetime
{
    private static readonly CaseId Case = CaseId.Parse("r7-07-00123");
    private static readonly UploadKey Key = new(new LocalDate(2025, 11, 6), Case, 7);
    private readonly FakeClock clock = new(Instant.FromUtc(2025, 11, 6, 1, 0));
    private readonly FakeTimeProvider time = new();
    private DiskStores disk = null!;

    private EvidenceStores Stores => disk.Stores;

    public async Task InitializeAsync() => disk = await DiskStores.StartAsync(clock, time);

    public async Task DisposeAsync() => await disk.DisposeAsync();

    [Fact]
    public async Task Put_File_IsKeptUnderItsDigestAlone()
    {
        var file = await Stores.Evidence.PutAsync(Case, "../規則.pdf", new MemoryStream(SampleFiles.Pdf()));
        Assert.Equal([$"evidence/{Case}/{file.Sha256}"], Evidence());
    }

    [Fact]
    public async Task Put_BrokenUpload_LeavesNothing()
    {
        await using var broken = new BrokenStream();
        await Assert.ThrowsAsync<EndOfStreamException>(() => Stores.Evidence.PutAsync(Case, "a", broken));
        Assert.Empty(Evidence());
    }

    [Fact]
    public async Task Part_BrokenOff_LeavesNothingOfIt()
    {
        await Stores.PutBlobAsync(await OpenAsync(), SampleFiles.Pdf());
        await EvidenceStores.BreakOffAsync(await OpenAsync(part: 2), SampleFiles.PdfOf(300_000));
        Assert.True(SpinWait.SpinUntil(() => Quarantine().Count == 1, Patience.Limit),
            string.Join("\n", Quarantine()));
        Assert.Equal([$"quarantine/{Key}/0001"], Quarantine());
    }

    [Fact]
    public async Task Part_HeldBack_IsGivenUpAfterTwoMinutesAndKeepsNobodyOut()
    {
        var url = await OpenAsync();
        using var held = await EvidenceStores.HoldBackAsync(url, SampleFiles.PdfOf(3_000_000));
        Assert.True(SpinWait.SpinUntil(() => Quarantine().Count == 1, Patience.Limit));
        Assert.Equal(HttpStatusCode.Created, (await Stores.PutBlobAsync(url, SampleFiles.Pdf())).StatusCode);

        time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(await EvidenceStores.EndsAsync(held.GetStream()).WaitAsync(Patience.Limit));
        Assert.True(SpinWait.SpinUntil(() => Quarantine().Count == 1, Patience.Limit));
        Assert.Equal([$"quarantine/{Key}/0001"], Quarantine());
    }

    [Fact]
    public async Task Discard_Upload_RemovesEveryPart()
    {
        var content = SampleFiles.PdfOf(UploadParts.PartSize + 10);
        await Stores.UploadAsync(new(Key, content.Length), content);
        Assert.Equal([$"quarantine/{Key}/0001", $"quarantine/{Key}/0002"], Quarantine());
        await disk.Quarantine.DiscardAsync(new(Key, content.Length));
        Assert.Empty(Quarantine());
    }

    [Fact]
    public async Task Url_AtItsEnd_WorksNoMore()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync(part: 2));
        clock.Advance(Duration.FromMinutes(10) - Duration.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.Created, (await Stores.PutBlobAsync(one, SampleFiles.Pdf())).StatusCode);
        clock.Advance(Duration.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await Stores.PutBlobAsync(other, SampleFiles.Pdf())).StatusCode);
        Assert.Equal([$"quarantine/{Key}/0001"], Quarantine());
    }

    [Fact]
    public async Task Part_LongerThanAPartMayBe_IsRefused()
    {
        var (url, large) = (await OpenAsync(), new byte[UploadParts.PartSize + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Stores.PutBlobAsync(url, large)).StatusCode);
        await Assert.ThrowsAsync<EvidenceTooLargeException>(
            () => disk.Quarantine.CreateAsync(new(Key, 1), new MemoryStream(large), CancellationToken.None));
        Assert.Empty(Quarantine());
        Assert.Equal(HttpStatusCode.Created, (await Stores.PutBlobAsync(url, large[1..])).StatusCode);
    }

    [Fact]
    public async Task Part_SentByManyAtOnce_IsTakenOnce()
    {
        var url = await OpenAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(n => Stores.PutBlobAsync(url, SampleFiles.PdfOf(400_000 + n))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(11, answers.Count(a => a.Headers.TryGetValues("x-ms-error-code", out var code)
            && code.Single() == "UnauthorizedBlobOverwrite"));
        Assert.Equal([$"quarantine/{Key}/0001"], Quarantine());
    }

    [Fact]
    public async Task Put_ThatIsNoBlockBlob_IsRefused()
    {
        var url = await OpenAsync();
        foreach (var headers in new (string, string)[][] { [], [("x-ms-blob-type", "PageBlob")] })
        {
            var answer = await Stores.SendAsync(HttpMethod.Put, url, SampleFiles.Pdf(), headers);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Empty(Quarantine());
    }

    [Fact]
    public async Task Key_OfTheFolder_IsItsOwnersAlone()
    {
        var url = await OpenAsync();
        var file = Path.Combine(disk.Folder, "evidence.key");
        Assert.Equal(32, new FileInfo(file).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(await File.ReadAllBytesAsync(file), StoreKey.Open(file));
        await using var other = await DiskStores.StartAsync(clock);
        var foreign = new Uri(other.Stores.Address, url.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, (await Stores.PutBlobAsync(foreign, SampleFiles.Pdf())).StatusCode);
    }

    [Fact]
    public async Task Key_ThatIsDamaged_SaysSo()
    {
        var file = Path.Combine(disk.Folder, "broken.key");
        await File.WriteAllTextAsync(file, "short");
        Assert.Throws<DataFolderCorruptException>(() => StoreKey.Open(file));
    }

    [SkippableFact]
    public async Task Put_FullDisk_SaysSoAndLeavesNothing()
    {
        using var small = new SmallDisk(2);
        var urls = new StoreUrls(new byte[32], clock);
        var evidence = new DiskEvidence(small["evidence"], urls, clock);
        var quarantine = new DiskQuarantine(small["quarantine"], evidence, urls);
        await Assert.ThrowsAsync<StorageFullException>(
            () => evidence.PutAsync(Case, "a", new MemoryStream(new byte[4_000_000])));
        await Assert.ThrowsAsync<StorageFullException>(
            () => quarantine.WriteAsync(new(Key, 4_000_000), new MemoryStream(new byte[4_000_000])));
        Assert.Empty(Directory.GetFiles(small.Path, "*", SearchOption.AllDirectories));
        await evidence.PutAsync(Case, "a", new MemoryStream(SampleFiles.Pdf()));
    }

    [Fact]
    public async Task DiscardBefore_AFolderThatDoesNotGo_RemovesAllOthersAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        var (urls, tries) = (new StoreUrls(new byte[32], clock), 0);
        var quarantine = new DiskQuarantine(
            Path.Combine(folder.Path, "quarantine"),
            new DiskEvidence(Path.Combine(folder.Path, "evidence"), urls, clock), urls,
            remove: away =>
            {
                if (++tries == 1)
                    throw new IOException("The folder is in use.");
                Directory.Delete(away, recursive: true);
            });
        UploadKey[] keys = [.. Enumerable.Range(1, 3).Select(n => new UploadKey(new LocalDate(2025, 11, n), Case, n))];
        foreach (var key in keys)
            await quarantine.WriteAsync(new(key, 10), new MemoryStream(SampleFiles.Pdf()));

        await Assert.ThrowsAsync<AggregateException>(() => quarantine.DiscardBeforeAsync(new(2025, 11, 6)));

        Assert.Equal(3, tries);
        foreach (var key in keys)
            Assert.Empty(await quarantine.ArrivedAsync(key));
    }

    private async Task<Uri> OpenAsync(int part = 1) => Stores.Absolute(
        await disk.Quarantine.OpenAsync(new(Key, part), clock.GetCurrentInstant() + Duration.FromMinutes(10)));

    private List<string> Evidence() =>
        [.. disk.Files().Where(f => f.StartsWith("evidence/", StringComparison.Ordinal))];

    private List<string> Quarantine() =>
        [.. disk.Files().Where(f => f.StartsWith("quarantine/", StringComparison.Ordinal))];

    /// <summary>An upload whose connection breaks after the first bytes.</summary>
    private sealed class BrokenStream() : MemoryStream(new byte[1000])
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new EndOfStreamException("The connection broke.");
        }
    }
}
