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
    public void Opening_OfACorrection_NamesWhatIsToBeCorrectedAndWhatFollowsWithoutAnAnswer()
    {
        var asked = NoticeComposerTests.All.First(n => n.Kind == NoticeKind.CorrectionRequested);

        Assert.StartsWith(
            "Please correct your documents. To correct: Rules of employment. "
                + "Without your answer by the deadline, this application ends. "
                + "If you cannot make it in time, contact the office before the deadline. Next deadline: 1 July 2025 (Tue) 17:00 JST, ",
            MailOpening.Of(asked with { Language = "en" }, null, null)!.Text, StringComparison.Ordinal);
        Assert.Contains(
            "期限までに答えがないと、この申請は終わります。間に合わないときは、期限の前に、事務局に連絡してください。",
            MailOpening.Of(asked with { Language = "ja-easy" }, null, null)!.Text, StringComparison.Ordinal);
    }

    // What staff ask for in their own words has no translation: it is said that there is more.
    [Fact]
    public void Opening_OfACorrectionOfMore_SaysThatThereIsMore()
    {
        var asked = NoticeComposerTests.All.First(n => n.Kind == NoticeKind.CorrectionRequested);
        var own = asked with { Paragraphs = ["事業所の写真: 入口の写真を提出してください。", .. asked.Paragraphs], Language = "en" };
        var alone = asked with { Paragraphs = ["事業所の写真: 入口の写真を提出してください。", .. asked.Paragraphs.TakeLast(2)], Language = "en" };

        Assert.Contains("To correct: Rules of employment, and more (see the text below). Without", MailOpening.Of(own, null, null)!.Text, StringComparison.Ordinal);
        Assert.StartsWith("Please correct your documents. Without", MailOpening.Of(alone, null, null)!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("補正の回答: 期限まであと2営業日です", "en", "Answer to the correction request: 2 business days left. Next deadline: ")]
    [InlineData("取組の実施: 本日が期限です", "en", "Carrying out the measures: the deadline is today. Next deadline: ")]
    [InlineData("取組の実施: 本日が期限です", "ja-easy", "取組をすること: 今日が期限です。次の期限: ")]
    [InlineData("支給申請を受け付けました", "en", "Claim has been received. What to do next: ")]
    [InlineData("企業情報の登録を受理できませんでした", "en", "Company registration could not be accepted. Next deadline: ")]
    [InlineData("辞退を受け付けました", "en", "Your withdrawal has been received. What to do next: ")]
    public void Opening_SaysWhatTheSubjectSays(string subject, string code, string begins)
    {
        var notice = NoticeComposerTests.All.First(n => n.Subject == $"{subject}({n.Id.CaseId})");

        Assert.StartsWith(begins, MailOpening.Of(notice with { Language = code }, null, null)!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, "マイページを開く", "マイページを開く(次のURLを開いてください)")]
    [InlineData("ja-easy", false, "マイページを開く", "マイページを開く(次のURLを開いてください)")]
    [InlineData("en", false, "マイページを開く / Open my page", "マイページを開く(次のURLを開いてください) / Open my page (open this address)")]
    [InlineData("en", true, "連絡先の変更を確認する / Confirm the change of contact",
        "連絡先の変更を確認する(次のURLを開いてください) / Confirm the change of contact (open this address)")]
    public async Task Link_SaysWhatItDoesInTheReadersLanguageToo(string? code, bool confirms, string button, string line)
    {
        var notice = NoticeComposerTests.All.First(n => n.Kind == (confirms ? NoticeKind.ContactConfirmation : NoticeKind.ResultWon));
        var mail = await RenderAsync(notice with { Language = code }, Link);
        using var html = await new HtmlParser().ParseDocumentAsync(mail.Html);

        Assert.Equal(button, html.QuerySelector($"a[href='{Link}']")!.TextContent);
        Assert.Contains($"\r\n{line}\r\n{Link}\r\n", mail.Text, StringComparison.Ordinal);
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

    private static Task<RenderedMail> RenderAsync(string? language) => RenderAsync(
        NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold(Story.Lost), Story.Lost[^1], Story.Lost.Length)! with { Language = language }, null);

    private static async Task<RenderedMail> RenderAsync(Notice notice, Uri? link)
    {
        await using var services = new ServiceCollection().AddPages().AddLogging()
            .AddSingleton(new EditionCatalog(Sample.R7)).AddSingleton(new PublicAddress(null)).BuildServiceProvider();
        return await services.GetRequiredService<INoticeRenderer>().RenderAsync(notice, link);
    }
}
