using Tedori.Programme.Evidence;

namespace Tedori.Tests.Evidence;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("就業規則.pdf")]
    [InlineData("就業規則(改正後) 2025-06-10 [最終].PDF")]
    [InlineData("が.か\u3099.xlsx")]
    [InlineData("写真📷.jpg")]
    [InlineData("a..b.png")]
    [InlineData("x")]
    public void Check_PlainName_IsTaken(string name) => Assert.Null(FileName.Check(name));

    [Theory]
    [InlineData(null, "fileNameMissing")]
    [InlineData("", "fileNameMissing")]
    [InlineData("  ", "fileNameMissing")]
    [InlineData("../../etc/passwd.pdf", "fileNameNotUsable")]
    [InlineData("..", "fileNameNotUsable")]
    [InlineData(".pdf", "fileNameNotUsable")]
    [InlineData("C:\\a.pdf", "fileNameNotUsable")]
    [InlineData("a/b.pdf", "fileNameNotUsable")]
    [InlineData("a.pdf:b.exe", "fileNameNotUsable")]
    [InlineData("a\0.pdf", "fileNameNotUsable")]
    [InlineData("a\r\nX: y.pdf", "fileNameNotUsable")]
    [InlineData("a\u0085.pdf", "fileNameNotUsable")]
    [InlineData("請求書\u202Efdp.exe", "fileNameNotUsable")]
    [InlineData("請求書\u2067fdp.pdf", "fileNameNotUsable")]
    [InlineData("a\u200B.pdf", "fileNameNotUsable")]
    [InlineData("a\uFEFF.pdf", "fileNameNotUsable")]
    [InlineData("a\u2028.pdf", "fileNameNotUsable")]
    [InlineData("a.pdf ", "fileNameNotUsable")]
    [InlineData("\u3000a.pdf", "fileNameNotUsable")]
    [InlineData("a.pdf.", "fileNameNotUsable")]
    [InlineData("a\"b.pdf", "fileNameNotUsable")]
    public void Check_OtherName_IsRefused(string? name, string code) => Assert.Equal(code, FileName.Check(name)?.Code);

    [Theory]
    [InlineData("\u3164.pdf")]
    [InlineData("\u200B.pdf")]
    [InlineData("\u2800 \u3000.pdf")]
    public void Check_NameThatNobodySees_IsRefused(string name)
    {
        Assert.Equal("fileNameNotUsable", FileName.Check(name)?.Code);
        Assert.Equal("fileNameNotUsable", FileName.Check(FileName.Clean(name))?.Code);
    }

    [Theory]
    [InlineData("請求書\u202Efdp.exe", "見えない文字(U+202E)")]
    [InlineData("a\U000E0001.pdf", "見えない文字(U+E0001)")]
    [InlineData("a?.pdf", "「?」(U+003F)")]
    public void Check_OneCharacter_IsNamed(string name, string says) =>
        Assert.Contains(says, FileName.Check(name)!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("ハ\u309Aンフ.pdf", "パンフ.pdf")]
    [InlineData("a\u200B.pdf\uFEFF", "a.pdf")]
    [InlineData(" 見積書(案) 2.pdf ", "見積書(案) 2.pdf")]
    public void Clean_Name_IsComposedAndVisible(string name, string clean) => Assert.Equal(clean, FileName.Clean(name));

    [Theory]
    [InlineData("ハ\u309Aンフ.pdf", "パンフ.pdf")]
    [InlineData("見積書(案) 第2版・写し.pdf", "見積書(案) 第2版・写し.pdf")]
    [InlineData("𠮷野家📷.jpg", "𠮷野家📷.jpg")]
    [InlineData("葛\U000E0100城.pdf", "葛\U000E0100城.pdf")]
    [InlineData("../a:b\\c.pdf", "_a_b_c.pdf")]
    [InlineData("a\u202Eb.pdf", "a_b.pdf")]
    public void InPath_Name_LosesOnlyWhatNoFileSystemTakes(string name, string path) =>
        Assert.Equal(path, FileName.InPath(name, 80));

    [Fact]
    public void InPath_LongName_IsCutBetweenCharacters()
    {
        Assert.Equal("野.pdf", FileName.InPath("𠮷野.pdf", 6));
        Assert.Equal("𠮷野.pdf", FileName.InPath("𠮷野.pdf", 7));
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDCF7)]
    public void Check_HalfACharacter_IsRefused(int half) =>
        Assert.Equal("fileNameNotUsable", FileName.Check($"a{(char)half}.pdf")?.Code);

    [Fact]
    public void Check_Length_EndsAtTheLimit()
    {
        Assert.Null(FileName.Check(new string('あ', FileName.Longest - 4) + ".pdf"));
        Assert.Equal("fileNameTooLong", FileName.Check(new string('あ', FileName.Longest - 3) + ".pdf")?.Code);
    }

    [Theory]
    [InlineData(
        "就業 規則.PDF", "attachment; filename=\"file.pdf\"; filename*=UTF-8''%E5%B0%B1%E6%A5%AD%20%E8%A6%8F%E5%89%87.PDF")]
    [InlineData("a\"; x=\"b.exe", "attachment; filename=\"file\"; filename*=UTF-8''a%22%3B%20x%3D%22b.exe")]
    [InlineData("a\r\nSet-Cookie: b", "attachment; filename=\"file\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b")]
    [InlineData("it's(1)*.png", "attachment; filename=\"file.png\"; filename*=UTF-8''it%27s%281%29%2A.png")]
    public void Attachment_AnyName_IsOneSafeHeader(string name, string expected) =>
        Assert.Equal(expected, FileName.Attachment(name));
}
