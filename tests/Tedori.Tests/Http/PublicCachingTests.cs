using System.Net;
using Tedori.Testing.Serve;
using Tedori.Tests.Papers;

namespace Tedori.Tests.Http;

/// <summary>What everybody may keep is the answer that was asked for, never a refusal and never a failure.</summary>
public sealed class PublicCachingTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Theory]
    [InlineData("/kit", 300)]
    [InlineData("/kit.json", 300)]
    [InlineData("/kit/embed", 300)]
    [InlineData("/kit/rounds/7", 300)]
    [InlineData("/kit/rounds/7/kit.csv", 300)]
    [InlineData("/kit/news.atom", 300)]
    [InlineData("/open-data", 300)]
    [InlineData("/open-data/rounds.json", 300)]
    [InlineData("/open-data/rounds.csv", 300)]
    [InlineData("/rounds/1", 60)]
    [InlineData("/rounds/1/draw.json", 60)]
    public async Task Answer_ThatFailed_IsKeptByNobody_AndTheOneAfterItByAll(string path, int seconds)
    {
        served.Records.IsDown = true;
        try
        {
            await IsKeptByNobodyAsync(path, HttpStatusCode.InternalServerError);
        }
        finally
        {
            served.Records.IsDown = false;
        }

        using var answer = await served.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"public, max-age={seconds}", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/kit/rounds/7/opening-newsletter.docx")]
    [InlineData("/kit/rounds/99")]
    [InlineData("/rounds/9/draw.json")]
    [InlineData("/plan/r7/99")]
    public Task Message_ThatNothingIsThere_IsKeptByNobody(string path) =>
        IsKeptByNobodyAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public Task Search_ThatIsRefused_IsKeptByNobody() =>
        IsKeptByNobodyAsync($"/plan?q={new string('x', 300)}", HttpStatusCode.UnprocessableEntity);

    [SkippableFact]
    public async Task Leaflet_IsKeptByAll()
    {
        PdfText.Need();
        using var answer = await served.Http.GetAsync(new Uri("/kit/rounds/7/opening-leaflet.pdf", UriKind.Relative));

        Assert.True(answer.Headers.CacheControl!.Public);
    }

    private async Task IsKeptByNobodyAsync(string path, HttpStatusCode status)
    {
        using var answer = await served.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Public: false }, $"{answer.Headers.CacheControl}");
    }
}
