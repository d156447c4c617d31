using Tedori.Functions.Languages;
using Tedori.Functions.Mail;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;

namespace Tedori.Tests.Notices;

/// <summary>A mailbox shows little more than the beginning of a subject; the office finds the mail by the Japanese one.</summary>
public sealed class MailSubjectTests
{
    public static TheoryData<string> Others => ["en", "ja-easy"];

    public static TheoryData<string?> Japanese => [null, "ja", "xx"];

    [Theory]
    [MemberData(nameof(Others))]
    public void Subject_OfEveryNotice_IsTranslatedAndEndsAsTheNotice(string code) => Assert.All(NoticeComposerTests.All.Where(n => n.Kind != NoticeKind.Message), notice =>
    {
        var subject = MailSubject.Of(notice with { Language = code }, Sample.R7);
        var japanese = notice.Subject[..^$"({notice.Id.CaseId})".Length];
        var translated = Reader.In(Language.Find(code)!, () => Sentences.Find(japanese));

        Assert.NotNull(translated);
        Assert.Equal(
            translated == japanese ? Programme + notice.Subject
                : $"{Grant(code)}{char.ToUpperInvariant(translated[0])}{translated[1..]} / {Programme}{notice.Subject}",
            subject);
        Assert.InRange(translated.Length, 5, 80);
        Assert.DoesNotMatch("[.。]$", translated);
        if (code == "en")
            Assert.DoesNotContain(translated, JapaneseText.IsJapanese);
    });

    [Theory]
    [InlineData("en", "The office writes to you")]
    [InlineData("ja-easy", "事務局からのお知らせです")]
    public void Subject_OfAMessage_SaysWhoWritesAndStaysAsItWasWritten(string code, string own)
    {
        var notice = NoticeComposerTests.All.Single(n => n.Kind == NoticeKind.Message) with { Language = code };

        Assert.Equal($"{Grant(code)}{own} / {Programme}{notice.Subject}", MailSubject.Of(notice, Sample.R7));
    }

    [Theory]
    [InlineData("補正の回答: 本日が期限です", "en", "Answer to the correction request: the deadline is today")]
    [InlineData("支給申請: 期限まであと1営業日です", "en", "Claim: 1 business day left")]
    [InlineData("企業情報の登録を受け付けました", "en", "Company registration has been received")]
    [InlineData("奨励金対象事業の登録の差し替えを受け付けました", "en", "The replacement of “Project registration” has been received")]
    [InlineData("補正(2回目)の回答を受け付けました", "en", "Answer to correction request 2 has been received")]
    [InlineData("(再送)支給申請: 本日が期限です", "en", "(Sent again) Claim: the deadline is today")]
    [InlineData("繰上当選しました", "en", "A place became free: your company was drawn")]
    [InlineData("企業情報の登録を受け付けました", "ja-easy", "会社の情報の登録を受け付けました")]
    [InlineData("補正の回答: 本日が期限です", "ja-easy", "直すお願いへの答え: 今日が期限です")]
    public void Subject_WithValues_IsTranslatedWithThem(string japanese, string code, string own) =>
        Assert.Equal($"{Grant(code)}{own} / {Programme}{japanese}(r7-01-00001)", SubjectOf(japanese, code));

    [Fact]
    public void Subject_ThatSaysTheVerySame_IsSaidOnce() =>
        Assert.Equal($"{Programme}事前エントリーを受け付けました(r7-01-00001)", SubjectOf("事前エントリーを受け付けました", "ja-easy"));

    // Of a notice that was composed before, or of words of the office.
    [Theory]
    [InlineData("当選のご案内")]
    [InlineData("(再送)当選のご案内")]
    public void Subject_WithoutATranslation_SaysWhatHappened(string japanese) => Assert.Equal(
        $"Tokyo grant: Your company was drawn. Please register your company / {Programme}{japanese}(r7-01-00001)", SubjectOf(japanese, "en"));

    [Theory]
    [MemberData(nameof(Japanese))]
    public void Subject_InJapanese_IsThatOfTheNotice(string? code) =>
        Assert.All(NoticeComposerTests.All, n => Assert.Equal(Programme + n.Subject, MailSubject.Of(n with { Language = code }, Sample.R7)));

    private const string Programme = "手取り時間創出・魅力ある職場づくり推進奨励金: ";

    private static string Grant(string code) => code == "en" ? "Tokyo grant: " : "東京都の奨励金: ";

    private static string SubjectOf(string japanese, string code) =>
        MailSubject.Of(Sample.WonNotice with { Subject = $"{japanese}(r7-01-00001)", Language = code }, Sample.R7);
}
