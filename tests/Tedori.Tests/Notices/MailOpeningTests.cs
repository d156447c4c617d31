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
            var sentences = $"{opening.Next} {opening.Text}".Split(code == "en" ? ". " : "。", StringSplitOptions.RemoveEmptyEntries);

            Assert.Equal(code, opening.Language.Code);
            Assert.Equal(Phrases.All(opening.Language)["正式な通知は、次の日本語の文です。"], opening.Prevails);
            // What comes next, what happened, the number, whose the link is, and until when.
            Assert.True(sentences.Length >= 5, opening.Text);
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

        var opening = MailOpening.Of(won with { Language = "en" }, null, null)!;
        Assert.Equal("Please register your company by 12 June 2025 (Thu).", opening.Next);
        Assert.Equal($"In the draw of round 1 your company was drawn. Your receipt number is {won.Id.CaseId}.", opening.Text);
        Assert.Equal(
            ["Deadline: 12 June 2025 (Thu)", "Online: until 17:00 JST (not from 17:00 on)", "By post: postmarked that day at the latest",
                "After the deadline: Without a filing, this application ends. If you cannot make it in time, contact the office before the deadline."],
            opening.Due.Select(f => $"{f.Label}: {Assert.Single(f.Lines)}"));
    }

    // What a winner has to prepare stands in its own language, and not in a list that it cannot read.
    [Fact]
    public void Opening_OfAResult_ListsTheDocumentsInTheReadersLanguage()
    {
        var won = NoticeComposer.Compose(Sample.R7, CaseEvolution.Fold(Story.Won), Story.Won[^1], Story.Won.Length)!;

        var prepare = MailOpening.Of(won with { Language = "en" }, null, null)!.Facts[0];

        Assert.Equal("Documents to prepare", prepare.Label);
        Assert.Equal(Sample.R7.Filings.CompanyDocuments.Count, prepare.Lines.Count);
        Assert.DoesNotContain(string.Concat(prepare.Lines), JapaneseText.IsJapanese);
    }

    [Fact]
    public void Opening_OfACorrection_NamesWhatIsToBeCorrectedAndWhatFollowsWithoutAnAnswer()
    {
        var asked = NoticeComposerTests.All.First(n => n.Kind == NoticeKind.CorrectionRequested);

        var english = MailOpening.Of(asked with { Language = "en" }, null, null)!;
        Assert.Equal("Please answer the correction request by 1 July 2025 (Tue).", english.Next);
        Assert.Equal("Rules of employment (see the Japanese text below)", Assert.Single(english.Facts.Single(f => f.Label == "To correct").Lines));
        Assert.Equal(
            "Without your answer by the deadline, this application ends. If you cannot make it in time, contact the office before the deadline.",
            Assert.Single(english.Due.Single(f => f.Label == "After the deadline").Lines));
        Assert.Contains(
            "期限までに答えがないと、この申請は終わります。間に合わないときは、期限の前に、事務局に連絡してください。",
            MailOpening.Of(asked with { Language = "ja-easy" }, null, null)!.Due.SelectMany(f => f.Lines));
    }

    // What staff ask for in their own words has no translation: it is said that there is more.
    [Fact]
    public void Opening_OfACorrectionOfMore_SaysThatThereIsMore()
    {
        var asked = NoticeComposerTests.All.First(n => n.Kind == NoticeKind.CorrectionRequested);
        var own = asked with { Facts = [NoticeFact.Of("補正をお願いするもの", "事業所の写真: 入口の写真を提出してください。", "就業規則: 古いものです。")], Language = "en" };

        Assert.Equal(
            ["Rules of employment (see the Japanese text below)", "See the Japanese text below."],
            MailOpening.Of(own, null, null)!.Facts.Single().Lines);
    }

    // Of a notice from before there were tables: it says what happened, and refers to the text.
    [Fact]
    public void Opening_OfANoticeFromBefore_SaysWhatHappened()
    {
        var before = Sample.WonNotice with
        {
            Next = "次の期限: 令和7年6月12日(木) 17:00 企業情報の登録(電子申請。郵送は当日消印有効)",
            Paragraphs = ["当選のご案内です。"],
            Due = null,
            Facts = null,
            Language = "en",
        };

        var opening = MailOpening.Of(before, null, null)!;

        Assert.Equal("Your company was drawn. Please register your company.", opening.Next);
        Assert.Empty(opening.Due.Concat(opening.Facts));
    }

    [Theory]
    [InlineData("補正の回答: 期限まであと2営業日です", "en", "2 business days left until the deadline of “Answer to the correction request”.")]
    [InlineData("取組の実施: 本日が期限です", "en", "The deadline of “Carrying out the measures” is today. File the claim after that.")]
    [InlineData("取組の実施: 本日が期限です", "ja-easy", "「取組をすること」は今日が期限です。")]
    [InlineData("支給申請を受け付けました", "en", "Claim was received on 10 February 2026 (Tue) 11:00 JST.")]
    [InlineData("企業情報の登録を受理できませんでした", "en", "Company registration arrived on 12 June 2025 (Thu) 17:00 JST, but could not be accepted.")]
    [InlineData("辞退を受け付けました", "en", "Your withdrawal has been received.")]
    public void Opening_SaysWhatHappened(string subject, string code, string begins)
    {
        var notice = NoticeComposerTests.All.First(n => n.Subject == $"{subject}({n.Id.CaseId})");

        Assert.StartsWith(begins, MailOpening.Of(notice with { Language = code }, null, null)!.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null, false, "マイページを開く")]
    [InlineData("ja-easy", false, "マイページを開く")]
    [InlineData("en", false, "マイページを開く / Open my page")]
    [InlineData("en", true, "連絡先の変更を確認する / Confirm the change of contact")]
    public async Task Link_SaysWhatItDoesInTheReadersLanguageToo(string? code, bool confirms, string button)
    {
        var notice = NoticeComposerTests.All.First(n => n.Kind == (confirms ? NoticeKind.ContactConfirmation : NoticeKind.ResultWon));
        var mail = await RenderAsync(notice with { Language = code }, Link);
        using var html = await new HtmlParser().ParseDocumentAsync(mail.Html);

        Assert.Equal(button, html.QuerySelector($"a[href='{Link}']")!.TextContent);
        Assert.Contains($"\r\n{button}\r\n{Link}\r\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_OfAConfirmation_SaysOnceWhatToDo()
    {
        var asked = NoticeComposerTests.All.First(n => n.Kind == NoticeKind.ContactConfirmation);

        var opening = MailOpening.Of(asked with { Language = "en" }, Link, Until)!;
        Assert.StartsWith("Please confirm the change of contact by ", opening.Next, StringComparison.Ordinal);
        Assert.EndsWith(". If you know nothing of this, do nothing.", opening.Next, StringComparison.Ordinal);
        Assert.DoesNotContain("confirm the change", opening.Text, StringComparison.Ordinal);
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

        var opening = MailOpening.Of(notice with { Language = "en" }, null, null)!;
        Assert.StartsWith("The end of this application (deadline missed) was revoked, and it goes on. The deadline of ", opening.Text, StringComparison.Ordinal);
        Assert.Equal("Please register your company by 4 July 2025 (Fri).", opening.Next);
    }

    [Fact]
    public async Task Mail_ToAnEnglishReader_BeginsWithTheOpeningAndHoldsTheWholeJapaneseNotice()
    {
        var (japanese, english) = (await RenderAsync(null), await RenderAsync("en"));
        using var html = await new HtmlParser().ParseDocumentAsync(english.Html);
        var opening = html.QuerySelector("div[lang=en]")!;

        Assert.Same(opening.QuerySelector("p"), html.QuerySelector("p"));
        Assert.EndsWith($"\r\n\r\n{japanese.Text}", english.Text, StringComparison.Ordinal);
        Assert.StartsWith("You need not do anything. You can apply again in the pre-entry of round 2.\r\n", english.Text, StringComparison.Ordinal);
        opening.Remove();
        using var plain = await new HtmlParser().ParseDocumentAsync(japanese.Html);
        Assert.Equal(Words(plain.Body!.TextContent), Words(html.Body!.TextContent));
    }

    [Theory]
    [MemberData(nameof(Japanese))]
    public async Task Mail_InJapanese_HasNoOpening(string? code)
    {
        var mail = await RenderAsync(code);

        Assert.StartsWith("お手続きは不要です。", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<div lang", mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "en", "You need not do anything. You are told the result of the draw by e-mail by ")]
    [InlineData("ja", null, "お手続きは不要です。抽選の結果は、")]
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
