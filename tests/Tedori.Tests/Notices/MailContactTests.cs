using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Notices;

/// <summary>Every mail ends with how the office is reached, in both of its forms.</summary>
public sealed class MailContactTests
{
    [Fact]
    public async Task Mail_OfAProgrammeThatSaysSo_EndsWithPhoneMailAndPost()
    {
        var contact = Sample.R7.Contact!;
        var mail = await RenderAsync(Sample.R7);

        string[] lines =
            [contact.Office, $"電話 {contact.Phone}({contact.Hours})", $"Eメール {contact.Email}", $"〒{contact.PostalCode} {contact.Address}"];
        Assert.EndsWith(string.Join("\r\n", lines) + "\r\n", mail.Text, StringComparison.Ordinal);
        Assert.All(lines, l => Assert.Contains(l, mail.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_OfAProgrammeFromBefore_EndsWithTheOffice() => Assert.EndsWith(
        "手取り時間創出・魅力ある職場づくり推進奨励金事務局\r\n", (await RenderAsync(Sample.R7 with { Contact = null })).Text,
        StringComparison.Ordinal);

    [Fact]
    public async Task Mail_WithALink_SaysTheSameInBothItsFormsAndUntilWhenTheLinkWorks()
    {
        var link = new Uri("https://tedori.example/my/open?token=x");
        var mail = await RenderAsync(Sample.R7, link, Tokyo.At("2025-08-01T09:00:00"));

        using var html = await new HtmlParser().ParseDocumentAsync(mail.Html);
        var lines = mail.Text.Split("\r\n").Where(l => l is not ("" or "--") && !l.Contains(": ", StringComparison.Ordinal)).ToList();
        Assert.All(lines.TakeLast(6), l => Assert.Contains(l, html.Body!.TextContent, StringComparison.Ordinal));
        Assert.Contains("令和7年8月1日(金) 09:00まで有効です。", mail.Text.Replace("\r\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<RenderedMail> RenderAsync(Edition edition, Uri? link = null, Instant? until = null)
    {
        await using var services = new ServiceCollection().AddPages().AddLogging()
            .AddSingleton(new EditionCatalog(edition)).AddSingleton(new PublicAddress(null)).BuildServiceProvider();
        var notice = NoticeComposer.Compose(edition, CaseEvolution.Fold(Story.Lost), Story.Lost[^1], Story.Lost.Length)!;
        return await services.GetRequiredService<INoticeRenderer>().RenderAsync(notice, link, until);
    }
}
