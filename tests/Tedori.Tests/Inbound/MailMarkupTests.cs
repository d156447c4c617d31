using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Tedori.Functions.Inbound;

namespace Tedori.Tests.Inbound;

/// <summary>Markup of strangers: what is shown of it does nothing.</summary>
public sealed class MailMarkupTests
{
    [Theory]
    [InlineData("<p>本文</p><script>alert(1)</script>")]
    [InlineData("<p onclick='alert(1)'>本文</p>")]
    [InlineData("<p>本文</p><img src=http://evil.example/x.png onerror=alert(1)>")]
    [InlineData("<a href='javascript:alert(1)'>本文</a>")]
    [InlineData("<a href='https://evil.example/'>本文</a>")]
    [InlineData("<form action='https://evil.example/'><input name=pin>本文<button>送る</button></form><p>本文</p>")]
    [InlineData("<p style=\"background:url('https://evil.example/x.png')\">本文</p>")]
    [InlineData("<style>@import url(https://evil.example/x.css);</style><p>本文</p>")]
    [InlineData("<table background='https://evil.example/x.png'><tr><td>本文</td></tr></table>")]
    [InlineData("<meta http-equiv=refresh content='0;url=https://evil.example/'><p>本文</p>")]
    [InlineData("<base href='https://evil.example/'><p>本文</p>")]
    [InlineData("<iframe src='https://evil.example/'></iframe><object data='https://evil.example/'></object><p>本文</p>")]
    [InlineData("<svg><a xlink:href='javascript:alert(1)'><text>本文</text></a></svg><p>本文</p>")]
    [InlineData("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math><p>本文</p>")]
    [InlineData("<video poster='https://evil.example/x' src='https://evil.example/y'></video><p>本文</p>")]
    [InlineData("<p>本文</p><!--[if IE]><script>alert(1)</script><![endif]-->")]
    public void Page_OfMarkup_ShowsTheWordsAndNothingThatActs(string markup)
    {
        var page = MailMarkup.PageOf(markup);

        var document = new HtmlParser().ParseDocument(page);
        Assert.Contains("本文", document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(1)", page, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(document.Body!.QuerySelectorAll("script, img, form, input, button, iframe, object, base, meta, svg, video, link"));
        Assert.All(document.Body!.QuerySelectorAll("*"), e => Assert.DoesNotContain(
            e.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name is "href" or "src" or "action"));
    }

    [Fact]
    public void Page_OfVeryMuchMarkup_IsCut() =>
        Assert.True(MailMarkup.PageOf(new string('a', MailMarkup.Most + 1)).Length < MailMarkup.Most + 200);

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("euc-jp")]
    [InlineData("utf-8")]
    public void Markup_ThatSaysItsCodingItself_IsReadInIt(string coding)
    {
        var raw = Eml.Of(
            "From: a@b.example\nContent-Type: text/html\n", $"<html><head><meta charset=\"{coding}\"></head><p>申請の書類です</p></html>", coding);
        var reader = new MimeMailReader();

        Assert.Equal("申請の書類です", reader.Read(raw).Text);
        Assert.Contains("<p>申請の書類です</p>", reader.MarkupOf(raw), StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_OfAPlainMail_IsNone()
    {
        var reader = new MimeMailReader();

        Assert.Null(reader.MarkupOf(Eml.Of("From: a@b.example\n\n<b>x</b>")));
        Assert.False(reader.Read(Eml.Of("From: a@b.example\n\n<b>x</b>")).HasMarkup);
    }
}
