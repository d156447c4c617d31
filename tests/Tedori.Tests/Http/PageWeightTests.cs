using AngleSharp.Dom;
using Tedori.Testing.Serve;

namespace Tedori.Tests.Http;

/// <summary>
/// A page for companies, with all that a browser loads with it, weighs less than 100 KB before it is compressed.
/// </summary>
public sealed class PageWeightTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const int MostBytes = 100_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/guide")]
    [InlineData("/check")]
    [InlineData("/faq")]
    [InlineData("/glossary")]
    [InlineData("/privacy")]
    [InlineData("/accessibility")]
    [InlineData("/entry")]
    [InlineData("/lost-link")]
    [InlineData("/rounds/1")]
    [InlineData("/plan")]
    [InlineData("/kit")]
    [InlineData("/open-data")]
    public async Task Page_WithWhatItLoads_WeighsLessThanHundredKilobytes(string path)
    {
        var weight = (await BytesAsync(path)).Length;
        var page = await served.PageAsync(path);
        var loaded = page.QuerySelectorAll("link[rel~=stylesheet], link[rel~=icon], script[src], img[src]")
            .Select(e => e.GetAttribute(e is AngleSharp.Html.Dom.IHtmlLinkElement ? "href" : "src")!).Distinct().ToList();
        Assert.NotEmpty(loaded);

        foreach (var address in loaded.Where(a => !a.StartsWith("data:", StringComparison.Ordinal)))
            weight += (await BytesAsync(address)).Length;

        Assert.True(weight < MostBytes, $"{path} weighs {weight} bytes with {string.Join(", ", loaded)}.");
    }

    private Task<byte[]> BytesAsync(string path) => served.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative));
}
