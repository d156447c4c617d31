using Tedori.Programme.Evidence;
using Tedori.Testing.Evidence;

namespace Tedori.Tests.Evidence;

public sealed class EvidenceRulesTests
{
    [Theory]
    [InlineData("a.pdf", 1, null)]
    [InlineData("a.JPEG", EvidenceLimits.MostBytes, null)]
    [InlineData("a.pdf", EvidenceLimits.MostBytes + 1, "fileTooLarge")]
    [InlineData("a.pdf", 0, "fileEmpty")]
    [InlineData("a.pdf", -1, "fileEmpty")]
    [InlineData("a.exe", 1, "fileKindNotAccepted")]
    [InlineData("a.pdf.exe", 1, "fileKindNotAccepted")]
    [InlineData("a.docm", 1, "fileKindNotAccepted")]
    [InlineData("pdf", 1, "fileKindNotAccepted")]
    [InlineData("a/b.pdf", 1, "fileNameNotUsable")]
    public void CheckFile_NameAndSize_AreRefusedWithTheirCode(string name, long size, string? code) =>
        Assert.Equal(code, EvidenceRules.CheckFile(name, size)?.Code);

    [Theory]
    [InlineData(0, 0, 0, 1, null)]
    [InlineData(1, 1, EvidenceLimits.MostBytesOfCase - 10, 10, null)]
    [InlineData(1, 1, EvidenceLimits.MostBytesOfCase - 10, 11, "evidenceFull")]
    [InlineData(99, EvidenceLimits.MostFiles - 1, 5, 1, null)]
    [InlineData(100, EvidenceLimits.MostFiles, 5, 1, "tooManyFiles")]
    [InlineData(EvidenceLimits.MostUploads - 1, 0, 0, 1, null)]
    [InlineData(EvidenceLimits.MostUploads, 0, 0, 1, "tooManyUploads")]
    public void CheckRoom_AtEachLimit_EndsThere(int uploads, int files, long bytes, long size, string? code) =>
        Assert.Equal(code, EvidenceRules.CheckRoom(new(uploads, files, bytes), size)?.Code);

    [Fact]
    public void CheckContent_WhatItsNameSays_IsTaken()
    {
        Assert.Null(Check("a.pdf", SampleFiles.Pdf()));
        Assert.Null(Check("a.JPG", SampleFiles.Jpeg));
        Assert.Null(Check("a.jpeg", SampleFiles.Jpeg));
        Assert.Null(Check("a.png", SampleFiles.Png));
        Assert.Null(Check("a.docx", SampleFiles.Docx));
        Assert.Null(Check("a.xlsx", SampleFiles.Xlsx));
    }

    [Fact]
    public void CheckContent_OtherThanItsNameSays_IsRefused()
    {
        Assert.Equal("fileContentDiffers", Check("a.pdf", SampleFiles.Png));
        Assert.Equal("fileContentDiffers", Check("a.docx", SampleFiles.Xlsx));
        Assert.Equal("fileContentDiffers", Check("a.xlsx", SampleFiles.Zip("a.txt")));
        Assert.Equal("fileContentDiffers", Check("a.png", [1]));
    }

    [Fact]
    public void CheckContent_OtherLength_IsRefused()
    {
        var sample = SampleFiles.Sample(SampleFiles.Pdf());
        Assert.Equal("fileSizeDiffers", EvidenceRules.CheckContent("a.pdf", sample.Size + 1, sample)?.Code);
        Assert.Equal("fileSizeDiffers", EvidenceRules.CheckContent("a.pdf", 5, SampleFiles.Sample([]))?.Code);
        Assert.Equal("fileEmpty", EvidenceRules.CheckContent("a.pdf", 0, SampleFiles.Sample([]))?.Code);
    }

    [Fact]
    public void CheckContent_TooLongToBeRead_IsRefusedUnread()
    {
        var unread = new FileSample(EvidenceLimits.MostBytes + 1, default, default);
        Assert.Equal("fileTooLarge", EvidenceRules.CheckContent("a.pdf", unread.Size, unread)?.Code);
    }

    [Fact]
    public void Extensions_AllOfThem_ClaimAKindThatHasAWord() => Assert.All(
        FileKinds.Extensions,
        extension => Assert.NotEmpty(FileKinds.WordOf(FileKinds.Claimed("a" + extension)!.Value)));

    private static string? Check(string name, byte[] content) =>
        EvidenceRules.CheckContent(name, content.Length, SampleFiles.Sample(content))?.Code;
}
