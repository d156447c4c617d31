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
