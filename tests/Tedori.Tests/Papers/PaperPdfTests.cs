using NodaTime;
using Tedori.Functions.Papers;

namespace Tedori.Tests.Papers;

/// <summary>Papers as PDF files: the font inside, the same bytes for the same paper, nothing lost on the way.</summary>
public sealed class PaperPdfTests
{
    private static readonly Instant At = Instant.FromUtc(2025, 11, 6, 1, 2, 3);

    [SkippableFact]
    public async Task Print_AnyPaper_EmbedsItsFontAsASubsetWithItsCharacters()
    {
        PdfText.Need();

        var file = Printer().Print(Paper(new PaperPart.Paragraph("髙橋 﨑山 令和7年度")));

        Assert.All(await PdfText.FontsAsync(file), f => Assert.Matches(@"^TEDOR\w\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes", f));
        Assert.Contains("髙橋﨑山令和7年度", await PdfText.OfAsync(file), StringComparison.Ordinal);
        Assert.InRange(file.Length, 5_000, 100_000);
    }

    [SkippableFact]
    public void Print_ThePaperTwice_GivesTheSameBytes_AndAnotherPaperAnotherIdentifier()
    {
        PdfText.Need();
        var (paper, other) = (Paper(new PaperPart.Paragraph("一")), Paper(new PaperPart.Paragraph("二")));

        Assert.Equal(Printer().Print(paper), Printer().Print(paper));
        Assert.NotEqual(IdOf(Printer().Print(paper)), IdOf(Printer().Print(other)));
    }

    [SkippableFact]
    public async Task Print_ManyAtOnce_GivesEachItsOwn()
    {
        PdfText.Need();
        var (printer, papers) = (Printer(), Enumerable.Range(0, 12).Select(n => Paper(new PaperPart.Paragraph($"その{n % 3}"))).ToList());

        var files = await Task.WhenAll(papers.Select(p => Task.Run(() => printer.Print(p))));

        Assert.Equal(3, files.Select(IdOf).Distinct().Count());
        Assert.All(papers.Zip(files), p => Assert.Equal(printer.Print(p.First), p.Second));
    }

    [SkippableFact]
    public async Task Print_ACharacterThatTheFontLacks_SaysWhich()
    {
        PdfText.Need();

        var text = await PdfText.JoinedAsync(Printer().Print(Paper(new PaperPart.Paragraph("吉野😀商店"))));

        Assert.Contains("吉野〓商店", text, StringComparison.Ordinal);
        Assert.Contains("〓は、この書類の書体にない文字です(U+1F600)。", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Print_ALongPaper_NumbersItsPagesAndLosesNoLine()
    {
        PdfText.Need();
        PaperField[] fields = [.. Enumerable.Range(1, 90).Select(n => new PaperField($"項目{n}", $"内容{n}。{new string('あ', 60)}終{n}"))];

        var pages = (await PdfText.JoinedAsync(Printer().Print(Paper(new PaperPart.Fields(fields))))).TrimEnd('\f').Split('\f');

        Assert.InRange(pages.Length, 4, 8);
        Assert.All(pages.Index(), p => Assert.Contains($"受付番号r7-02-00003{p.Index + 1}/{pages.Length}", p.Item, StringComparison.Ordinal));
        Assert.All(fields, f => Assert.Contains(
            f.Texts[0].Text, string.Concat(pages), StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Print_AnAnswerThatBeginsLowOnAPage_StaysTogetherAndTheNextFieldFollowsRightBelow()
    {
        PdfText.Need();
        var places = await PlacesAsync(600, above: 24);

        var (label, end, next) = (PlaceOf(places, "長い項目"), PlaceOf(places, "終わり"), PlaceOf(places, "次の項目"));
        Assert.Equal(1, PlaceOf(places, "項目24").Page);
        Assert.Equal((2, 2, 2), (label.Page, end.Page, next.Page));
        Assert.InRange(label.Top, 0, 100);
        Assert.InRange(next.Top - end.Bottom, 0, 20);
    }

    [SkippableFact]
    public async Task Print_AnAnswerLongerThanAPage_BeginsBesideItsLabelAndTheNextFieldFollowsWhereItEnds()
    {
        PdfText.Need();
        var places = await PlacesAsync(2010, above: 20);

        var (label, begin, end, next) = (PlaceOf(places, "長い項目"), PlaceOf(places, "始まり"), PlaceOf(places, "終わり"), PlaceOf(places, "次の項目"));
        Assert.Equal((1, label.Top), (begin.Page, begin.Top));
        Assert.Equal(1, label.Page);
        Assert.True(end.Page > 1);
        Assert.Equal(end.Page, next.Page);
        Assert.InRange(next.Top - end.Bottom, 0, 20);
    }

    [SkippableFact]
    public async Task Print_AHeadingAboveALongAnswer_StandsOnItsPage()
    {
        PdfText.Need();
        PaperPart[] parts =
        [
            new PaperPart.Fields(Short(22)), new PaperPart.Heading("見出し"),
            new PaperPart.Fields([new("長い項目", new string('あ', 600))]),
        ];

        var places = await PdfText.PlacesAsync(Printer().Print(Paper(parts)));

        Assert.Equal((2, 2), (PlaceOf(places, "見出し").Page, PlaceOf(places, "長い項目").Page));
    }

    [Fact]
    public void Print_WithoutAFont_IsRefusedWithItsReason()
    {
        var font = PaperFont.Find("/nowhere/font.ttf");

        Assert.False(new PaperPdf(font).IsAvailable);
        Assert.Equal("/nowhere/font.ttf cannot be read.", font.Fault);
        Assert.Equal(font.Fault, Assert.Throws<InvalidOperationException>(() => new PaperPdf(font).Print(Paper())).Message);
    }

    [Fact]
    public void Find_AFileThatIsNoTrueType_SaysSo()
    {
        var path = typeof(PaperPdfTests).Assembly.Location;

        Assert.Equal($"{path} is not a TrueType font (.ttf) of at most 64 MB.", PaperFont.Find(path).Fault);
        Assert.StartsWith("This machine has no Japanese TrueType font", PaperFont.Find(null, [path, "/nowhere"]).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("あいうえおか。き", "あいうえお|か。き")]
    [InlineData("あいうえお。かき", "あいうえ|お。かき")]
    [InlineData("あいうえ(かき)く", "あいうえ|(かき)く")]
    [InlineData("令和7年12345円", "令和7年|12345円")]
    [InlineData("あいう4月1日(水)まで", "あいう|4月1日(水)|まで")]
    [InlineData("きは令和元年1月1日", "きは令和元|年1月1日")]
    [InlineData("あい17:00まで", "あい|17:00まで")]
    [InlineData("あ9時から、17時までに", "あ|9時から、|17時までに")]
    [InlineData("あいう3社までです", "あいう|3社まで|です")]
    [InlineData("あいうえです", "あいうえ|です")]
    [InlineData("あいうえから", "あいうえ|から")]
    [InlineData("ab cd", "ab cd")]
    [InlineData("abcdefghijkl", "abcdefghij|kl")]
    [InlineData("", "")]
    public void Lines_OfJapanese_BreakWhereTheyMay(string text, string lines) => Assert.Equal(
        lines, string.Join('|', LineBreaks.Of(text, 10, t => t.EnumerateRunes().Sum(r => r.IsAscii ? 1 : 2))));

    private static async Task<IReadOnlyList<(int Page, double Top, double Bottom, string Text)>> PlacesAsync(int length, int above)
    {
        PaperField[] fields =
        [
            .. Short(above), new("長い項目", $"始まり{new string('あ', length - 6)}終わり"), new("次の項目", "短い"),
        ];
        return await PdfText.PlacesAsync(Printer().Print(Paper(new PaperPart.Fields(fields))));
    }

    private static PaperField[] Short(int count) => [.. Enumerable.Range(1, count).Select(n => new PaperField($"項目{n}", "短い"))];

    private static (int Page, double Top, double Bottom, string Text) PlaceOf(
        IReadOnlyList<(int Page, double Top, double Bottom, string Text)> places, string text) =>
        places.Single(p => p.Text.Contains(text, StringComparison.Ordinal));

    private static string IdOf(byte[] file) =>
        System.Text.RegularExpressions.Regex.Match(System.Text.Encoding.Latin1.GetString(file), @"/ID\[<(\w{32})>").Groups[1].Value;

    private static PaperPdf Printer() => new(PaperFont.Find(null));

    private static PrintedPaper Paper(params PaperPart[] parts) => new("試し", "受付番号 r7-02-00003", At, ["事務局"], parts, []);
}
