using System.Security.Cryptography;
using System.Text;
using Tedori.Local.Data;
using Tedori.Local.Evidence;
using Tedori.Programme.Cases;
using Tedori.Programme.Evidence;
using Tedori.Tests.Cases;
using Tedori.Tests.Data;
using Tedori.Tests.Workflows;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

public sealed class DiskEvidenceTests : IDisposable
{
    private static readonly CaseId Case = CaseId.Parse("r7-07-00123");
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("就業規則 第1条");
    private static readonly string Digest = Convert.ToHexStringLower(SHA256.HashData(Content));
    private readonly TemporaryFolder folder = new();
    private readonly DiskEvidence evidence;

    public DiskEvidenceTests() => evidence = Open(folder["evidence"]);

    [Fact]
    public async Task Put_File_IsKeptUnderItsDigest()
    {
        Assert.Equal(new EvidenceFile("規則.pdf", Content.Length, Digest), await Put("規則.pdf", Content));
        Assert.Equal(Content, await Read(Digest));
        Assert.Equal([folder[$"evidence/{Case}/{Digest}"]], Files());
    }

    [Fact]
    public async Task Put_Again_IsTheSameFile()
    {
        await Put("a", Content);
        Assert.Equal(new EvidenceFile("b", Content.Length, Digest), await Put("b", Content));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Put("c", Content))));
        Assert.Single(Files());
        Assert.Equal(Content, await Read(Digest));
    }

    [Theory]
    [InlineData("../../../escape.pdf")]
    [InlineData("/etc/passwd")]
    [InlineData("a\0b")]
    [InlineData("")]
    public async Task Put_AnyName_NeverBecomesAPath(string name)
    {
        Assert.Equal(name, (await Put(name, Content)).Name);
        Assert.Equal([folder[$"evidence/{Case}/{Digest}"]], Files());
    }

    [Fact]
    public async Task Put_AtTheLimit_IsTaken()
    {
        var most = new byte[EvidenceLimits.MostBytes];
        Assert.Equal(EvidenceLimits.MostBytes, (await Put("most", most)).Size);
    }

    [Fact]
    public async Task Put_OverTheLimit_IsRefusedAndLeavesNothing()
    {
        await Assert.ThrowsAsync<EvidenceTooLargeException>(() => Put("more", new byte[EvidenceLimits.MostBytes + 1]));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Put_EmptyFile_IsKept()
    {
        var file = await Put("empty", []);
        Assert.Equal(0, file.Size);
        Assert.Empty((await Read(file.Sha256))!);
    }

    [Fact]
    public async Task Put_BrokenUpload_LeavesNothing()
    {
        await using var broken = new BrokenStream();
        await Assert.ThrowsAsync<EndOfStreamException>(() => evidence.PutAsync(Case, "a", broken));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Open_AnotherCase_IsNull()
    {
        await Put("a", Content);
        Assert.Null(await evidence.OpenAsync(CaseId.Parse("r7-07-00124"), Digest));
        Assert.Null(await evidence.OpenAsync(Case, new string('0', 64)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../tedori.json")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public async Task Open_NoDigest_IsRefused(string sha256) =>
        await Assert.ThrowsAsync<ArgumentException>(() => evidence.OpenAsync(Case, sha256));

    [FullDiskFact]
    public async Task Put_FullDisk_SaysSoAndLeavesNothing()
    {
        using var disk = new SmallDisk(2);
        var evidence = Open(disk["evidence"]);
        await Assert.ThrowsAsync<StorageFullException>(
            () => evidence.PutAsync(Case, "a", new MemoryStream(new byte[4_000_000])));
        Assert.Empty(Directory.GetFiles(disk.Path, "*", SearchOption.AllDirectories));
        await evidence.PutAsync(Case, "a", new MemoryStream(Content));
    }

    public void Dispose() => folder.Dispose();

    private Task<EvidenceFile> Put(string name, byte[] content) =>
        evidence.PutAsync(Case, name, new MemoryStream(content));

    private async Task<byte[]?> Read(string sha256)
    {
        await using var stream = await evidence.OpenAsync(Case, sha256);
        if (stream is null)
            return null;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private string[] Files() => Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);

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

    private DiskEvidence Open(string root, Durability durability = Durability.Full)
    {
        var clock = new FakeClock(Tokyo.At("2025-05-19T09:00:00"));
        return new(root, new StoreUrls(StoreKey.Open(folder["evidence.key"]), clock), clock, durability);
    }
}
