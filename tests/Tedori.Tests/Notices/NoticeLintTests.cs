using Tedori.Testing.Cases;

namespace Tedori.Tests.Notices;

/// <summary>The lint finds what it is there for: one bad text a rule, in both forms, and nothing in a good one.</summary>
public sealed class NoticeLintTests
{
    private const string Good = "令和7年6月12日(木)までに、企業情報を登録してください。";

    public static TheoryData<string, string> Bad => new()
    {
        { NoticeLint.Unfilled, "{0}までに、登録してください。" },
        { NoticeLint.Unfilled, "{company} 様" },
        { NoticeLint.Digest, "受付一覧の値は0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3dです。" },
        { NoticeLint.Code, "理由: afterCutoffのため" },
        { NoticeLint.Code, "AwaitingDrawの段階です。" },
        { NoticeLint.PastDate, "令和7年6月1日(日)までに、企業情報を登録してください。" },
        { NoticeLint.PastDate, "令和7年(2025年)6月1日(日)までの消印で、書類を郵送してください。" },
        { NoticeLint.PastDate, "Please register your company by 1 June 2025 (Sun)." },
        { NoticeLint.LongSentence, new string('あ', 101) + "。" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Lint_OfABadParagraph_NamesItsRuleInBothForms(string rule, string paragraph)
    {
        var wrapped = paragraph.Length > 78 || paragraph[0] > 0x80
            ? string.Join("\r\n", paragraph.Chunk(38).Select(c => new string(c)))
            : paragraph;

        Assert.Equal([rule], NoticeLint.OfText($"{Good}\r\n\r\n{wrapped}\r\n", Day).Select(f => f.Rule));
        Assert.Equal([rule], NoticeLint.OfHtml($"<body><p>{Good}</p><p>{paragraph}</p></body>", Day).Select(f => f.Rule));
    }

    [Theory]
    [InlineData("期限", "令和7年6月1日(日)")]
    [InlineData("Deadline", "1 June 2025 (Sun)")]
    [InlineData("受付の終了", "令和7年6月1日(日) 17:00")]
    public void Lint_OfADeadlineInATable_NamesIt(string label, string date)
    {
        Assert.Equal([NoticeLint.PastDate], NoticeLint.OfText($"{label}: {date}\r\n", Day).Select(f => f.Rule));
        Assert.Equal(
            [NoticeLint.PastDate],
            NoticeLint.OfHtml($"<body><table><tr><th>{label}</th><td>{date}</td></tr></table></body>", Day).Select(f => f.Rule));
    }

    [Fact]
    public void Lint_OfALabelWithNothingBehindIt_NamesIt()
    {
        Assert.Equal([NoticeLint.EmptyLabel], NoticeLint.OfText("理由:\r\n\r\n", Day).Select(f => f.Rule));
        Assert.Equal(
            [NoticeLint.EmptyLabel],
            NoticeLint.OfHtml("<body><table><tr><th>理由</th><td> </td></tr></table></body>", Day).Select(f => f.Rule));
    }

    [Theory]
    [InlineData(39, 0, 0)]
    [InlineData(39, 1, 1)]
    [InlineData(0, 78, 0)]
    [InlineData(0, 79, 1)]
    public void Lint_OfALine_CountsWideCharactersTwice(int wide, int narrow, int found) => Assert.Equal(
        found, NoticeLint.OfText(new string('あ', wide) + new string('a', narrow), Day).Count(f => f.Rule == NoticeLint.WideLine));

    [Theory]
    [InlineData(Good)]
    [InlineData("「企業情報の登録」の期限(令和7年6月1日(日))を過ぎたため、\r\nできるお手続きはありません。")]
    [InlineData("日付: 令和7年6月1日(日)")]
    [InlineData("準備する書類:\r\n・会社概要\r\n・誓約書")]
    [InlineData("https://tedori.example/my/open?token=CfDJ8abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdef0123456789abcdef")]
    [InlineData("Eメール tedori@example.jp")]
    public void Lint_OfAGoodText_FindsNothing(string text) => Assert.Empty(NoticeLint.OfText(text, Day));

    private static NodaTime.LocalDate Day => Tokyo.Day("2025-06-03");
}
