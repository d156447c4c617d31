using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Composition;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Functions.Mail;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Tests.Applicants;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Notices;

/// <summary>A mail to a company that applied in another language begins with a few words in it; the notice itself is Japanese.</summary>
public sealed class MailOpeningTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly Uri Link = new("https://tedori.example/my/open?token=a");

    private static readonly NodaTime.Instant Until = Tokyo.At("2025-05-19T17:00:00");

    public static TheoryData<string> Others => ["en", "ja-easy"];

    public static TheoryData<string?> Japanese => [null, "ja", "xx"];

    [Theory]
    [MemberData(nameof(Others))]
    public void Opening_OfEveryNotice_SaysWhatHappenedWhatToDoAndThatJapanesePrevails(string code)
    {
        var again = LinkNotice.Compose(CaseEvolution.Fold(Story.Won), 1, Tokyo.At("2025-06-10T10:00:00"));
        Assert.All(NoticeComposerTests.All.Append(again), notice =>
        {
            var opening = MailOpening.Of(notice with { Language = code }, Link, Until)!;
            var sentences = opening.Text.Split(code == "en" ? ". " : "。", StringSplitOptions.RemoveEmptyEntries);

            Assert.Equal(code, opening.Language.Code);
            Assert.EndsWith(Phrases.All(opening.Language)["正式な通知は、次の日本語の文です。"], opening.Text, StringComparison.Ordinal);
            // What happened, what comes next, the number, whose the link is, until when, and what prevails.
            Assert.True(sentences.Length >= 6, opening.Text);
            Assert.Equal(sentences.Distinct(StringComparer.OrdinalIgnoreCase), sentences);
            Assert.Contains($"{notice.Id.CaseId}", opening.Text, StringComparison.Ordinal);
            Assert.Contains(code == "en" ? "do not pass it on. It works until 19 May 2025 (Mon) 17:00 JST." : "令和7年(2025年)5月19日(月) 17:00まで", opening.Text, StringComparison.Ordinal);
            if (code == "en")
                Assert.DoesNotContain(opening.Text, JapaneseText.IsJapanese);
        });
    }

    // A mailbox shows little more than the beginning of a subject; the office finds the mail by the Japanese one.
    [Theory]
    [MemberData(nameof(Others))]
    public void Subject_OfEveryNotice_BeginsInTheLanguageAndEndsAsTheNotice(string code) =>
        Assert.All(NoticeComposerTests.All, notice =>
        {
            var subject = MailOpening.SubjectOf(notice with { Language = code });

            Assert.EndsWith($" / {notice.Subject}", subject, StringComparison.Ordinal);
            var own = subject[..^$" / {notice.Subject}".Length];
            Assert.InRange(own.Length, 5, 70);
            Assert.DoesNotMatch("[.。]$", own);
            if (code == "en")
                Assert.DoesNotContain(own, JapaneseText.IsJapanese);
        });

    [Theory]
    [MemberData(nameof(Japanese))]
    public void Subject_InJapanese_IsThatOfTheNotice(string? code) =>
        Assert.All(NoticeComposerTests.All, n => Assert.Equal(n.Subject, MailOpening.SubjectOf(n with { Language = code })));

    [Fact]
    public void Opening_OfAResult_NamesTheDeadline()
    {
        var won = NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold(Story.Won), Story.Won[^1], Story.Won.Length)!;

        Assert.Equal(
            "Your company was drawn. Please register your company. "
                + "Next deadline: 12 June 2025 (Thu) 17:00 JST, Company registration (online; by post: postmarked that day). "
                + "The documents to prepare are listed below and on your page. "
                + $"Your receipt number is {won.Id.CaseId}. The official notice is the Japanese text that follows; it prevails.",
            MailOpening.Of(won with { Language = "en" }, null, null)!.Text);
    }

    [Fact]
    public void Opening_OfAConfirmation_SaysOnceWhatToDo()
    {
        var asked = NoticeComposerTests.All.First(n => n.Kind == NoticeKind.ContactConfirmation);

        Assert.StartsWith(
            "A change of contact was asked for. What to do next: please confirm the change of contact. If you know nothing of this, do nothing. Your receipt number is ",
            MailOpening.Of(asked with { Language = "en" }, Link, Until)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_OfAFiling_NamesItsNumber()
    {
        var filed = NoticeComposerTests.All.First(n => n.Kind == NoticeKind.FilingReceived);

        Assert.Contains(
            $"Your receipt number is {filed.Id.CaseId}, and the number of this filing is {filed.Cause}.",
            MailOpening.Of(filed with { Language = "en" }, null, null)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_OfWhatUndoesALapse_SaysFirstThatTheApplicationGoesOn()
    {
        var at = Tokyo.At("2025-06-25T10:00:00");
        CaseEvent[] events =
        [
            .. Story.LapsedAtCompany, new CaseEvent.Reinstated(at, Step.CompanyRegistration),
            new CaseEvent.CutoffExtended(at, Step.CompanyRegistration, Tokyo.Day("2025-07-04"), "大雨のため", "承認者"),
        ];
        var notice = NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold(events), events[^1], events.Length)!;

        Assert.StartsWith(
            "The end of the application was revoked. A deadline has been extended. Next deadline: 4 July 2025 (Fri) 17:00 JST, ",
            MailOpening.Of(notice with { Language = "en" }, null, null)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_ToAnEnglishReader_BeginsWithTheOpeningAndHoldsTheWholeJapaneseNotice()
    {
        var (japanese, english) = (await RenderAsync(null), await RenderAsync("en"));
        using var html = await new HtmlParser().ParseDocumentAsync(english.Html);
        var opening = html.QuerySelector("p[lang=en]")!;

        Assert.Same(opening, html.QuerySelector("p"));
        Assert.Equal($"{opening.TextContent}\r\n\r\n{japanese.Text}", english.Text);
        opening.Remove();
        using var plain = await new HtmlParser().ParseDocumentAsync(japanese.Html);
        Assert.Equal(Words(plain.Body!.TextContent), Words(html.Body!.TextContent));
    }

    [Theory]
    [MemberData(nameof(Japanese))]
    public async Task Mail_InJapanese_HasNoOpening(string? code)
    {
        var mail = await RenderAsync(code);

        Assert.StartsWith("次の手続き: ", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<p lang", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "en", "Your pre-entry has been received. Next news: ")]
    [InlineData("ja", null, "次の連絡: ")]
    public async Task Language_OfThePreEntry_GoesWithTheCaseIntoItsMails(string chosen, string? kept, string begins)
    {
        using var visitor = new EntryVisitor(served);
        visitor.Http.DefaultRequestHeaders.Add("Cookie", $"{LanguageChoice.Cookie}={chosen}");
        await visitor.OpenAsync();
        var (_, confirm, _) = await visitor.PostAsync("confirm");
        await visitor.PostAsync("send");
        var lead = (await served.PageAsync("/entry/receipt", visitor.Http)).QuerySelector(".lead p")!.TextContent;
        var id = CaseId.Parse(lead.Split(": ")[1].Trim());
        await served.IdleAsync();

        await using var scope = served.Services.CreateAsyncScope();
        var state = (await scope.ServiceProvider.GetRequiredService<CaseCommandHandler>().ReadAsync(id))!.State;
        var mail = (await served.PageAsync($"/local/cases/{id}")).QuerySelector("li a[href^='/local/mail/']")!.GetAttribute("href")!;
        Assert.Equal(kept, state.Entry.Language);
        Assert.StartsWith(begins, (await served.PageAsync(mail)).QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(confirm.QuerySelector("button[value=send]"));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<RenderedMail> RenderAsync(string? language)
    {
        await using var services = new ServiceCollection().AddPages().AddLogging()
            .AddSingleton(new EditionCatalog(Sample.R7)).AddSingleton(new PublicAddress(null)).BuildServiceProvider();
        var notice = NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold(Story.Lost), Story.Lost[^1], Story.Lost.Length)!;
        return await services.GetRequiredService<INoticeRenderer>().RenderAsync(notice with { Language = language }, null);
    }
}
