using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Tedori.Programme.Evidence;
using Tedori.Testing.Evidence;

namespace Tedori.Tests.Evidence;

public sealed class FileSignatureTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20250519, 70015);

    private static FileKind? Recognise(byte[] content) => FileSignature.Recognise(SampleFiles.Sample(content));

    [Fact]
    public void Recognise_EachKind_ByItsContent()
    {
        Assert.Equal(FileKind.Pdf, Recognise(SampleFiles.Pdf()));
        Assert.Equal(FileKind.Jpeg, Recognise(SampleFiles.Jpeg));
        Assert.Equal(FileKind.Png, Recognise(SampleFiles.Png));
        Assert.Equal(FileKind.Docx, Recognise(SampleFiles.Docx));
        Assert.Equal(FileKind.Xlsx, Recognise(SampleFiles.Xlsx));
        Assert.Equal(FileKind.Docx, Recognise(SampleFiles.Zip("[Content_Types].xml", "word/document2.xml")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF")]
    [InlineData("MZ\u0090")]
    [InlineData("<html><script>")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("PK\u0003\u0004 and then nothing that ends an archive")]
    public void Recognise_AnythingElse_IsNothing(string text) =>
        Assert.Null(Recognise(System.Text.Encoding.Latin1.GetBytes(text)));

    [Theory]
    [InlineData("\u00EF\u00BB\u00BF%PDF-1.7")]
    [InlineData("\r\n%PDF-1.7")]
    [InlineData(" %PDF-1.7")]
    public void Recognise_PdfBehindSomethingElse_IsPdf(string text) =>
        Assert.Equal(FileKind.Pdf, Recognise(System.Text.Encoding.Latin1.GetBytes(text)));

    [Theory]
    [InlineData(1019, true)]
    [InlineData(1020, false)]
    public void Recognise_PdfHeader_CountsWithin1024Bytes(int before, bool pdf) =>
        Assert.Equal(pdf ? FileKind.Pdf : null, Recognise([.. new byte[before], .. SampleFiles.Pdf()]));

    [Theory]
    [InlineData("[Content_Types].xml", "word\\document.xml", FileKind.Docx)]
    [InlineData("[content_types].xml", "xl/Workbook.xml", FileKind.Xlsx)]
    [InlineData("/[Content_Types].xml", "/xl/workbook2.xml", FileKind.Xlsx)]
    public void Recognise_PartsAsOtherProgramsNameThem_IsTheDocument(string types, string main, FileKind kind) =>
        Assert.Equal(kind, Recognise(SampleFiles.Zip(types, main)));

    [Theory]
    [InlineData("%PDF-1.4\nhello", "壊れている")]
    [InlineData("%PDF-1.4\ntrailer<</Encrypt 5 0 R>>\n%%EOF", "パスワード")]
    [InlineData("%PDF-1.4\ntrailer<<>>\n%%EOF\n", null)]
    public void Doubt_OfAPdf_IsTold(string text, string? told)
    {
        var doubt = FileDoubts.Of(FileKind.Pdf, SampleFiles.Sample(System.Text.Encoding.Latin1.GetBytes(text)));

        Assert.Equal(told is null, doubt is null);
        Assert.Contains(told ?? "", doubt ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Doubt_OfAHollowDocument_IsTold()
    {
        Assert.NotNull(FileDoubts.Of(FileKind.Docx, SampleFiles.Sample(Edited(SampleFiles.Zip("word/document.xml", "[Content_Types].xml"), 24, 0))));
        Assert.Null(FileDoubts.Of(FileKind.Docx, SampleFiles.Sample(Edited(SampleFiles.Zip("word/document.xml", "[Content_Types].xml"), 24, 9))));
    }

    [Theory]
    [InlineData("写真.HEIC")]
    [InlineData("写真.heif")]
    public void Refusal_OfAPhotograph_SaysWhatToDo(string name) =>
        Assert.Contains("JPEG", EvidenceRules.CheckFile(name, 100)!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData("[Content_Types].xml", "word/document.xml", "xl/workbook.xml")]
    [InlineData("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData("[Content_Types].xml", "xl/workbook.bin")]
    [InlineData("a.exe")]
    public void Recognise_ArchiveOfOtherThings_IsNothing(params string[] names) =>
        Assert.Null(Recognise(SampleFiles.Zip(names)));

    [Fact]
    public void Recognise_EncryptedEntry_IsNothing() => Assert.Null(Recognise(Edited(SampleFiles.Docx, 8, 1)));

    [Fact]
    public void Recognise_ArchiveThatWouldUnpackWithoutEnd_IsNothing() =>
        Assert.Null(Recognise(Edited(SampleFiles.Docx, 24, uint.MaxValue)));

    [Fact]
    public void Recognise_MoreEntriesThanThereAre_IsNothing()
    {
        var archive = SampleFiles.Docx;
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(archive.Length - 12), 9999);
        Assert.Null(Recognise(archive));
    }

    [Fact]
    public void Recognise_ArchiveWithComment_IsRecognised()
    {
        var archive = SampleFiles.Docx;
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(archive.Length - 2), 30);
        Assert.Equal(FileKind.Docx, Recognise([.. archive, .. new byte[30]]));
        Assert.Null(Recognise([.. archive, .. new byte[31]]));
    }

    [Fact]
    public void Recognise_LargeDocument_ByItsEndAlone()
    {
        // The same archive behind a megabyte of other data, as a large part would put it.
        var (front, archive) = (new byte[1 << 20], SampleFiles.Docx);
        "PK\x03\x04"u8.CopyTo(front);
        var start = archive.AsSpan(archive.Length - 6);
        BinaryPrimitives.WriteUInt32LittleEndian(
            start, BinaryPrimitives.ReadUInt32LittleEndian(start) + (uint)front.Length);
        Assert.Equal(FileKind.Docx, Recognise([.. front, .. archive]));
    }

    [Fact]
    public void Recognise_AnyDamage_NeverThrows()
    {
        var archive = SampleFiles.Xlsx;
        var damaged =
            from cut in Gen.Choose(0, archive.Length)
            from places in Gen.ListOf(Gen.Choose(0, archive.Length - 1))
            from value in Gen.Choose(0, 255)
            select (cut, places, value);
        Check.One(Fixed, Prop.ForAll(damaged.ToArbitrary(), d =>
        {
            var copy = archive.ToArray();
            foreach (var place in d.places)
                copy[place] = (byte)d.value;
            Recognise(copy[d.cut..]);
            Recognise(["PK\x03\x04"u8.ToArray()[0], (byte)'K', 3, 4, .. copy[d.cut..]]);
            return true;
        }));
    }

    /// <summary>The archive with a field of its first directory entry changed.</summary>
    private static byte[] Edited(byte[] archive, int offset, uint value)
    {
        var start = (int)BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(archive.Length - 6));
        var field = archive.AsSpan(start + offset);
        if (value <= ushort.MaxValue)
            BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        return archive;
    }
}
