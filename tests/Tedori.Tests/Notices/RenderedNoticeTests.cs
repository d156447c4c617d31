using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Tedori.Functions.Languages;
using Tedori.Functions.Mail;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Notices;

/// <summary>
/// The mails themselves, of every story in each language. The text form of all is in golden files, the HTML form of one a kind; run
/// with TEDORI_UPDATE_GOLDEN=1 to write them anew, and read the difference.
/// </summary>
public sealed class RenderedNoticeTests
{
    public static TheoryData<string?> Languages => [.. RenderedNotices.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Text_OfEveryStory_ReadsAsInTheGoldenFile(string? language)
    {
        await using var rendered = new RenderedNotices();
        var text = new StringBuilder();
        foreach (var (title, notice) in NoticeComposerTests.Titled)
        {
            var mail = await rendered.OfAsync(notice, language);
            text.Append($"# {title}\n件名: {mail.Subject}\n\n{mail.Text.ReplaceLineEndings("\n")}\n");
        }

        AssertGolden(RenderedNotices.GoldenFile(language, "txt"), text.ToString());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Html_OfEveryKind_IsAsInTheGoldenFile(string? language)
    {
        await using var rendered = new RenderedNotices();
        var html = new StringBuilder();
        foreach (var (title, notice) in NoticeComposerTests.Titled.DistinctBy(t => t.Notice.Kind))
            html.Append($"<!-- {title} -->\n{(await rendered.OfAsync(notice, language)).Html.ReplaceLineEndings("\n")}\n");
        AssertGolden(RenderedNotices.GoldenFile(language, "html"), html.ToString());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Mail_OfEveryStory_HasTheSameWordsInBothForms(string? language)
    {
        await using var rendered = new RenderedNotices();
        foreach (var (title, notice) in NoticeComposerTests.Titled)
        {
            var mail = await rendered.OfAsync(notice, language);
            using var html = await new HtmlParser().ParseDocumentAsync(mail.Html);
            Assert.Equal($"{title}: {Words(mail.Text)}", $"{title}: {Words(html.Body!.TextContent)}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Mail_OfEveryStory_HasNothingThatTheLintFinds(string? language)
    {
        await using var rendered = new RenderedNotices();
        foreach (var (title, notice) in NoticeComposerTests.Titled)
        {
            var (mail, day) = (await rendered.OfAsync(notice, language), JapanTime.DateOf(notice.NotBefore ?? notice.CausedAt));
            Assert.Equal([], NoticeLint.OfText(mail.Text, day).Concat(NoticeLint.OfHtml(mail.Html, day)).Select(f => $"{title}: {f}"));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Subject_OfEveryStory_BeginsWithTheProgrammeAndEndsWithTheNumber(string? language)
    {
        await using var rendered = new RenderedNotices();
        foreach (var (_, notice) in NoticeComposerTests.Titled)
        {
            var subject = (await rendered.OfAsync(notice, language)).Subject;
            Assert.Matches(language == "en" ? "^Tokyo grant: [A-Z(]" : "^(東京都の奨励金|手取り時間創出・魅力ある職場づくり推進奨励金): ", subject);
            Assert.EndsWith($"手取り時間創出・魅力ある職場づくり推進奨励金: {notice.Subject}", subject, StringComparison.Ordinal);
        }
    }

    // Rows that were written before there was a table read as they did, and say what they said.
    [Fact]
    public async Task Notice_FromBeforeThereWasATable_IsReadAndRenderedAsBefore()
    {
        await using var rendered = new RenderedNotices();
        var json = JsonNode.Parse(TedoriJson.Write(Sample.WonNotice with { Next = "次の期限: 令和7年6月12日(木)", Paragraphs = ["当選しました。"] }))!.AsObject();
        Assert.True(json.Remove("due") && json.Remove("facts"));

        var before = TedoriJson.Read<Notice>(json.ToJsonString());
        var mail = await rendered.OfAsync(before, null);

        Assert.Equal((null, null), (before.Due, before.Facts));
        Assert.StartsWith("次の期限: 令和7年6月12日(木)\r\n\r\n株式会社見本 見本 花子 様\r\n\r\n当選しました。\r\n\r\nマイページを開く\r\n", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", mail.Html, StringComparison.Ordinal);
    }

    // What staff wrote has no words in another language, nor names of files; everything of ours has.
    [Theory]
    [InlineData("en")]
    [InlineData("ja-easy")]
    public void Opening_OfEveryStory_HasEveryRowInTheReadersLanguage(string language)
    {
        string[] ofStaff = ["理由", "補正をお願いするもの", "承認しなかった項目", "受け取ったもの", "足りないもの", "支給額の計算", "ご確認いただく点"];
        Assert.All(NoticeComposerTests.Titled, story =>
        {
            var notice = story.Notice with { Language = language };
            var opening = MailOpening.Of(notice, null, null)!;
            IReadOnlyList<NoticeFact> rows = [.. notice.Due ?? [], .. notice.Facts ?? []];
            Assert.Equal(rows.Count, opening.Due.Count + opening.Facts.Count);
            if (language != "en")
                return;
            Assert.DoesNotContain($"{opening.Next}{opening.Text}", JapaneseText.IsJapanese);
            Assert.All(rows.Zip([.. opening.Due, .. opening.Facts]).Where(r => !ofStaff.Contains(r.First.Label) && r.First.Label != "文書番号"), r =>
            {
                Assert.DoesNotContain(string.Concat(r.Second.Lines.Select(l => Programme.Plans.MeasureAddress.Split(l).Text).Prepend(r.Second.Label)), JapaneseText.IsJapanese);
                Assert.DoesNotContain(r.Second.Lines, l => l.Contains("See the Japanese", StringComparison.Ordinal));
            });
        });
    }

    private static string Words(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => Rune.IsLetterOrDigit(r)).Select(r => r.ToString()));

    private static void AssertGolden(string path, string text)
    {
        if (Environment.GetEnvironmentVariable("TEDORI_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Equal(File.ReadAllText(path), text);
    }
}
