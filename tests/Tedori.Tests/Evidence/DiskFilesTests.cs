using System.Net;
using System.Text;
using NodaTime;
using NodaTime.Testing;
using Tedori.Engine.Sqlite;
using Tedori.Local.Evidence;
using Tedori.Programme;
using Tedori.Programme.Evidence;
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
    private DiskStores disk = null!;

    private EvidenceStores Stores => disk.Stores;

    public async Task InitializeAsync() => disk = await DiskStores.StartAsync(clock);

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
    public async Task Block_BrokenOff_LeavesNothingOfIt()
    {
        var url = await OpenAsync();
        await Stores.PutBlockAsync(url, 0, SampleFiles.Pdf());
        await EvidenceStores.BreakOffAsync(url, 1, SampleFiles.PdfOf(300_000));
        Assert.True(SpinWait.SpinUntil(() => Quarantine().Count == 1, Patience.Limit),
            string.Join("\n", Quarantine()));
        Assert.Equal([$"quarantine/{Key}/block-3030303030"], Quarantine());
    }

    [Fact]
    public async Task Discard_Upload_RemovesBlocksAndContent()
    {
        await Stores.UploadAsync(await OpenAsync(), SampleFiles.Pdf(), blockSize: 10);
        await disk.Quarantine.DiscardAsync(Key);
        Assert.Empty(Quarantine());
    }

    [Fact]
    public async Task Url_AtItsEnd_WorksNoMore()
    {
        var url = await OpenAsync();
        clock.Advance(Duration.FromMinutes(10) - Duration.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.Created, (await Stores.PutBlobAsync(url, SampleFiles.Pdf())).StatusCode);
        clock.Advance(Duration.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await Stores.PutBlobAsync(url, SampleFiles.Pdf())).StatusCode);
    }

    [Fact]
    public async Task Upload_LongerThanAFileMayBe_IsRefusedInEveryForm()
    {
        var (url, large) = (await OpenAsync(), new byte[EvidenceLimits.MostBytes + 1]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Stores.PutBlobAsync(url, large)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Stores.PutBlockAsync(url, 0, large)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Stores.PutBlockAsync(url, 0, large[1..])).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Stores.PutBlockAsync(url, 1, large[..1])).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Stores.PutBlockAsync(url, 0, large[1..])).StatusCode);
        var twice = "<BlockList><Latest>MDAwMDA=</Latest><Latest>MDAwMDA=</Latest></BlockList>";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await ListAsync(url, twice)).StatusCode);
        Assert.Equal([$"quarantine/{Key}/block-3030303030"], Quarantine());
    }

    [Theory]
    [InlineData("comp=block&blockid=")]
    [InlineData("comp=block&blockid=%2F..%2F")]
    [InlineData("comp=block")]
    [InlineData(
        "comp=block&blockid=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("comp=appendblock")]
    [InlineData("comp=metadata")]
    public async Task Request_OfAnotherForm_IsRefused(string query)
    {
        var url = await OpenAsync();
        var answer = await Stores.SendAsync(HttpMethod.Put, new($"{url}&{query}"), SampleFiles.Pdf());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Quarantine());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no list")]
    [InlineData("<Blocks/>")]
    [InlineData("<BlockList><Latest>not base64!</Latest></BlockList>")]
    [InlineData("<BlockList><Other>MDAwMDA=</Other></BlockList>")]
    [InlineData("<BlockList><Latest>MDAwMDA=</Latest>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><BlockList><Latest>&b;</Latest></BlockList>")]
    [InlineData("<BlockList><Latest><a/></Latest></BlockList>")]
    public async Task List_OfAnotherForm_IsRefused(string body)
    {
        var url = await OpenAsync();
        await Stores.PutBlockAsync(url, 0, SampleFiles.Pdf());
        Assert.Equal(HttpStatusCode.BadRequest, (await ListAsync(url, body)).StatusCode);
        Assert.Null(await disk.Quarantine.InspectAsync(Key));
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
            () => quarantine.WriteAsync(Key, new MemoryStream(new byte[4_000_000])));
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
            await quarantine.WriteAsync(key, new MemoryStream(SampleFiles.Pdf()));

        await Assert.ThrowsAsync<AggregateException>(() => quarantine.DiscardBeforeAsync(new(2025, 11, 6)));

        Assert.Equal(3, tries);
        foreach (var key in keys)
            Assert.Null(await quarantine.InspectAsync(key));
    }

    private async Task<Uri> OpenAsync() =>
        Stores.Absolute(await disk.Quarantine.OpenAsync(Key, clock.GetCurrentInstant() + Duration.FromMinutes(10)));

    private Task<HttpResponseMessage> ListAsync(Uri url, string body) =>
        Stores.SendAsync(HttpMethod.Put, new(url.AbsoluteUri + "&comp=blocklist"), Encoding.UTF8.GetBytes(body));

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
