using System.Net;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Testing.Evidence;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Evidence;

public abstract partial class EvidenceContract
{
    [SkippableTheory]
    [InlineData("規則.pdf")]
    [InlineData("../../../escape.pdf")]
    [InlineData("/etc/passwd")]
    [InlineData("a\0b#?%2F\\\"")]
    [InlineData("")]
    public async Task Put_AnyName_IsDataOnly(string name)
    {
        var content = Bytes("就業規則 第1条");
        Assert.Equal(new EvidenceFile(name, content.Length, Digest(content)), await PutAsync(name, content));
        Assert.Equal([new StoredFile(Digest(content), content.Length)], await ListAsync());
        Assert.Equal(content, await ReadAsync(id, Digest(content)));
    }

    [SkippableFact]
    public async Task Put_ManyAtOnce_IsOneFile()
    {
        var content = Bytes("同じもの");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => PutAsync("c", content))));
        Assert.Single(await ListAsync());
        Assert.Equal(content, await ReadAsync(id, Digest(content)));
    }

    [SkippableFact]
    public async Task Put_AtTheLimit_IsTakenAndOverItRefused()
    {
        var most = new byte[EvidenceLimits.MostBytes];
        Assert.Equal(EvidenceLimits.MostBytes, (await PutAsync("most", most)).Size);
        await Assert.ThrowsAsync<EvidenceTooLargeException>(
            () => PutAsync("more", new byte[EvidenceLimits.MostBytes + 1]));
        Assert.Single(await ListAsync());
    }

    [SkippableFact]
    public async Task Put_EmptyFile_IsKept()
    {
        var file = await PutAsync("empty", []);
        Assert.Equal(0, file.Size);
        Assert.Empty((await ReadAsync(id, file.Sha256))!);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("../tedori.json")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public async Task Open_NoDigest_IsRefused(string sha256) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Evidence.OpenAsync(id, sha256));

    [SkippableTheory]
    [InlineData(
        "改正後の 就業規則.pdf", "UTF-8''%E6%94%B9%E6%AD%A3%E5%BE%8C%E3%81%AE%20%E5%B0%B1%E6%A5%AD%E8%A6%8F%E5%89%87.pdf")]
    [InlineData("a&b=c;d+\"e'.pdf", "UTF-8''a%26b%3Dc%3Bd%2B%22e%27.pdf")]
    public async Task Link_OfAFile_SavesItUnderItsName(string name, string written)
    {
        var file = await PutAsync(name, SampleFiles.Pdf(name));
        var link = Stores.Absolute(await Evidence.LinkAsync(id, file, Duration.FromMinutes(5)));
        using var answer = await Stores.SendAsync(HttpMethod.Get, link);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SampleFiles.Pdf(name), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            $"attachment; filename=\"file.pdf\"; filename*={written}",
            Assert.Single(answer.Content.Headers.NonValidated["Content-Disposition"]));
    }

    [SkippableFact]
    public async Task Link_OfAFile_ReadsNothingElse()
    {
        var (one, other) =
            (await PutAsync("a.pdf", SampleFiles.Pdf("1")), await PutAsync("b.pdf", SampleFiles.Pdf("2")));
        var link = Stores.Absolute(await Evidence.LinkAsync(id, one, Duration.FromMinutes(5)));
        await AssertForbiddenAsync(HttpMethod.Get, Edited(link, one.Sha256, other.Sha256));
        await AssertForbiddenAsync(HttpMethod.Put, link);
        await AssertForbiddenAsync(HttpMethod.Delete, link);
        await AssertForbiddenAsync(HttpMethod.Get, Edited(link, "filename", "filenam3"));
        var expired = Stores.Absolute(await Evidence.LinkAsync(id, one, Duration.FromMinutes(-1)));
        await AssertForbiddenAsync(HttpMethod.Get, expired);
    }

    [SkippableFact]
    public async Task Link_WithoutAFile_FindsNothing()
    {
        var absent = new EvidenceFile("a.pdf", 1, new string('0', 64));
        using var answer = await Stores.SendAsync(
            HttpMethod.Get, Stores.Absolute(await Evidence.LinkAsync(id, absent, Duration.FromMinutes(5))));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [SkippableFact]
    public async Task Seal_TheSameTwice_IsOneDocument()
    {
        var (name, content) = ($"rounds/{id}/list.json", Bytes("[]"));
        Assert.Null(await Stores.Sealed.OpenAsync(name));
        var digests = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => Stores.Sealed.PutAsync(name, content))));
        Assert.All(digests, d => Assert.Equal(Digest(content), d));
        await using var stream = await Stores.Sealed.OpenAsync(name);
        Assert.Equal("[]", await new StreamReader(stream!).ReadToEndAsync());
    }

    [SkippableFact]
    public async Task Numbers_OfARound_AreReservedAboveAllThatWereReservedByWhomever()
    {
        var (round, other) = (new RoundId("r7", 9), new RoundId("r7", 10));
        var (one, another) = (new SealedNumberBounds(Stores.Sealed), new SealedNumberBounds(Stores.Sealed));
        Assert.Equal(0, await one.HighestAsync(round));

        Assert.Equal(100, await one.RaiseAsync(round, 1));
        Assert.Equal(100, await another.RaiseAsync(round, 100));
        Assert.Equal(700, await another.RaiseAsync(round, 601));

        Assert.Equal(700, await one.HighestAsync(round));
        Assert.Equal(0, await one.HighestAsync(other));
    }

    [SkippableFact]
    public async Task Seal_SomethingElse_IsRefusedAndChangesNothing()
    {
        var name = $"dossiers/{id}.json";
        await Stores.Sealed.PutAsync(name, Bytes("1"));
        await Assert.ThrowsAsync<SealedDocumentException>(() => Stores.Sealed.PutAsync(name, Bytes("2")));
        await using var stream = await Stores.Sealed.OpenAsync(name);
        Assert.Equal("1", await new StreamReader(stream!).ReadToEndAsync());
    }

    [SkippableFact]
    public async Task Seal_DifferentThingsAtOnce_KeepsOne()
    {
        var name = $"races/{id}.json";
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            try
            {
                return await Stores.Sealed.PutAsync(name, Bytes($"{n}"));
            }
            catch (SealedDocumentException)
            {
                return null;
            }
        })));
        var kept = Assert.Single(outcomes, o => o is not null);
        await using var stream = await Stores.Sealed.OpenAsync(name);
        Assert.Equal(kept, Digest(Bytes(await new StreamReader(stream!).ReadToEndAsync())));
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("../a")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("A")]
    [InlineData("a/.half")]
    [InlineData("名簿.json")]
    public async Task Seal_UnderNoName_IsRefused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Stores.Sealed.PutAsync(name, Bytes("1")));
        await Assert.ThrowsAsync<ArgumentException>(() => Stores.Sealed.OpenAsync(name));
    }
}
