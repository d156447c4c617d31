using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Components;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Functions.Staff.Notices;
using Tedori.Local.Mail;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Notices;
using static Tedori.Testing.Staff.ActingClient;

namespace Tedori.Tests.Staff;

/// <summary>The page on which a kind of notice is tried with a case, and what every page says where all mails go to one address.</summary>
public sealed class TryPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Try = "/staff/mails/try";

    [Fact]
    public async Task Trial_OfAKind_IsSeenFirstAndGoesToTheOfficeAloneAndIntoTheAuditLog()
    {
        using var ito = await SignInAsync(served, "dev-ito");
        var id = (await CasesAsync(served, 2, Step.AwaitingDraw))[0];
        var outbox = served.Services.GetRequiredService<Outbox>();
        var (of, all) = (outbox.Count($"{id}."), outbox.Count());

        var page = await ito.PageAsync($"{Try}?case={id}&kind=ResultWon");
        Assert.Contains("token=...", page.QuerySelector("#mails pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(all, outbox.Count());
        var next = Followed(await ito.PostAsync(
            Try, page, ("case", $"{id}"), ("kind", "ResultWon"), ("key", Value(page, "key"))));
        await served.IdleAsync();

        Assert.NotNull((await ito.PageAsync(next)).QuerySelector("[role=status]"));
        var mail = Assert.Single(outbox.Newest(0, 10, "trial."));
        Assert.Equal(Sample.R7.Contact!.Email, mail.To);
        Assert.StartsWith("【試し】", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(of, outbox.Count($"{id}."));
        Assert.Equal([null, "sent"], (await served.AuditAsync(AuditActions.TryNotice, $"{id}")).Select(e => e.After));
    }

    [Theory]
    [InlineData("case=r7-99-00001&kind=ResultWon", "case")]
    [InlineData("case=&kind=ResultWon", "case")]
    [InlineData("case=r7-02-00001&kind=Nothing", "kind")]
    [InlineData("case=r7-02-00001&kind=3", "kind")]
    [InlineData("case=r7-02-00001&kind=PaymentReleased", "kind")]
    public async Task Trial_OfWhatThereIsNot_IsASentenceAtItsField(string query, string field)
    {
        using var ito = await SignInAsync(served, "dev-ito");
        using var answer = await ito.GetAsync($"{Try}?{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await ParseAsync(answer);
        Assert.Equal($"#{field}", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("main form[method=post]"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("test@office.example")]
    public async Task Console_WhereAllMailsGoToOneAddress_SaysSoOnEveryPage(string? address)
    {
        var page = await RenderAsync(address, null);

        Assert.Equal(address, page.QuerySelector("[data-diversion] strong")?.TextContent);
    }

    [Fact]
    public async Task Trial_WhereAllMailsGoToOneAddress_SaysThatItGoesThere()
    {
        var mail = new ExpectedMail(
            new(
                NoticeId.Parse("r7-01-00001.resultWon.0001"), NoticeKind.ResultWon, 1, "yamada@company.example", "山田", "件名", "次", [],
                served.Clock.Now),
            new("件名", "本文", "<html><head></head><body>本文</body></html>"));
        var page = await RenderAsync("test@office.example", mail);

        Assert.Contains("実際の送信先はtest@office.example", page.QuerySelector("#mails")!.TextContent, StringComparison.Ordinal);
        var form = page.QuerySelector("main form[method=post]")!.TextContent;
        Assert.Contains("test@office.exampleにだけ送ります", form, StringComparison.Ordinal);
        Assert.Contains("事務局のoffice@example.jpには届きません", form, StringComparison.Ordinal);
        Assert.Contains("test@office.exampleに送りました", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IDocument> RenderAsync(string? address, ExpectedMail? mail)
    {
        await using var services = new ServiceCollection().AddPages("/no/such/font.ttf").AddLogging()
            .AddSingleton(new EditionCatalog(Sample.R7)).AddSingleton(new PublicAddress(null))
            .AddSingleton(new MailDiversion(address)).BuildServiceProvider();

        var html = await services.GetRequiredService<PageRenderer>().RenderAsync<TryPage>(new()
        {
            ["Model"] = new TryModel(
                ActingOffice.Ito, new FormToken("token", "value"), "", null, mail is null ? null : new(mail, null, null),
                mail is null ? null : "office@example.jp", [], "")
            { Sent = mail is not null },
        });
        return await new HtmlParser().ParseDocumentAsync(html);
    }
}
