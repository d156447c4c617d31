using System.Net;
using NodaTime;
using Tedori.Programme;
using Tedori.Testing.Evidence;

namespace Tedori.Tests.Evidence;

public abstract partial class EvidenceContract
{
    [SkippableFact]
    public async Task Url_UsedAgain_LeavesWhatIsThereAsItIs()
    {
        var (url, content) = (await Stores.OpenAsync(new(Key, 1)), SampleFiles.Pdf());
        await Stores.PutBlobAsync(url, content);
        foreach (var other in new[] { content, SampleFiles.Pdf("別の内容"), [] })
        {
            using var again = await Stores.PutBlobAsync(url, other);
            Assert.Contains(again.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Conflict });
        }

        // A fresh URL, as of a second tab, can do no more.
        using var fresh = await Stores.PutBlobAsync(await Stores.OpenAsync(new(Key, 1)), SampleFiles.Pdf("別"));
        Assert.Contains(fresh.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Conflict });
        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Upload(content)))!.Sha256);
    }

    [SkippableTheory]
    [InlineData("comp=lease", "x-ms-lease-action", "acquire", "x-ms-lease-duration", "-1")]
    [InlineData("comp=metadata", "x-ms-meta-a", "b")]
    [InlineData("comp=properties", "x-ms-blob-content-type", "text/html")]
    [InlineData("comp=block&blockid=MDAwMDA%3D")]
    [InlineData("comp=blocklist")]
    [InlineData("comp=tags")]
    [InlineData("comp=tier", "x-ms-access-tier", "Archive")]
    public async Task Url_CreateOnly_DoesNothingElse(string query, params string[] headers)
    {
        var (url, content) = (await Stores.OpenAsync(new(Key, 1)), SampleFiles.Pdf());
        var body = query == "comp=blocklist" ? "<BlockList><Latest>MDAwMDA=</Latest></BlockList>" : "<Tags><TagSet /></Tags>";
        for (var there = 0; there < 2; there++)
        {
            using var answer = await Stores.SendAsync(
                HttpMethod.Put, new Uri($"{url.AbsoluteUri}&{query}"), Bytes(body),
                [.. headers.Chunk(2).Select(h => (h[0], h[1]))]);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal(there, (await Quarantine.ArrivedAsync(Key)).Count);
            await Stores.PutBlobAsync(url, content);
        }

        Assert.Equal(Digest(content), (await Quarantine.InspectAsync(Upload(content)))!.Sha256);
    }

    [SkippableFact]
    public async Task Url_CreateOnly_NeitherReadsNorListsNorRemoves()
    {
        var url = await Stores.OpenAsync(new(Key, 1));
        await Stores.PutBlobAsync(url, SampleFiles.Pdf());
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Delete })
            await AssertForbiddenAsync(method, url);
        await AssertForbiddenAsync(HttpMethod.Get, new Uri(url, url.PathAndQuery + "&comp=blocklist"));
        Assert.NotNull(await Quarantine.InspectAsync(Upload(SampleFiles.Pdf())));
    }

    [SkippableFact]
    public async Task Url_ForAnotherPartAnotherFileOrAnotherContainer_IsRefused()
    {
        var url = await Stores.OpenAsync(new(Key, 1));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "/0001/0001?", "/0001/0002?"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "/0001/0001?", "/0002/0001?"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "/0001/0001?", "/0001?"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, id.ToString(), new CaseId(id.Round, 99999).ToString()));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "/quarantine/2025-06-10/", "/evidence/"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "sp=c", "sp=w"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "sp=c", "sp=rcw"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "sig=", "sig=0"));
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, "sig=", "signature="));
        await AssertForbiddenAsync(HttpMethod.Put, new Uri(url, url.AbsolutePath));
        Assert.Empty(await Quarantine.ArrivedAsync(Key));
        Assert.Empty(await Quarantine.ArrivedAsync(Key with { Number = 2 }));
    }

    [SkippableFact]
    public async Task Url_Expired_IsRefused()
    {
        var url = Stores.Absolute(await Quarantine.OpenAsync(new(Key, 1), Stores.Now - Duration.FromMinutes(1)));
        await AssertForbiddenAsync(HttpMethod.Put, url);
        var later = Uri.EscapeDataString("2099-01-01T00:00:00Z");
        var at = url.Query.IndexOf("se=", StringComparison.Ordinal) + 3;
        var end = url.Query[at..url.Query.IndexOf('&', at)];
        await AssertForbiddenAsync(HttpMethod.Put, Edited(url, end, later));
    }

    private static Uri Edited(Uri url, string part, string other)
    {
        Assert.Contains(part, url.AbsoluteUri, StringComparison.Ordinal);
        return new(url.AbsoluteUri.Replace(part, other, StringComparison.Ordinal));
    }

    private async Task AssertForbiddenAsync(HttpMethod method, Uri url)
    {
        using var answer = method == HttpMethod.Put
            ? await Stores.PutBlobAsync(url, SampleFiles.Pdf())
            : await Stores.SendAsync(method, url);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("%PDF", body, StringComparison.Ordinal);
    }
}
