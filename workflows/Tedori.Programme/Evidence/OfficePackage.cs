using System.Buffers.Binary;
using System.Text;

namespace Tedori.Programme.Evidence;

/// <summary>
/// Tells a Word document from an Excel workbook by the directory at the end of their ZIP archive. Nothing is unpacked,
/// so an archive that would unpack without end costs nothing here; it is not accepted either, because somebody would
/// open it.
/// </summary>
internal static class OfficePackage
{
    private const int MostEntries = 10_000;
    private const long MostUnpacked = 1L << 30;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const uint EndMark = 0x06054B50;
    private const uint EntryMark = 0x02014B50;

    /// <summary>
    /// The kind, or null where it is no such document: encrypted, with macros, broken, or too much inside.
    /// </summary>
    public static FileKind? Recognise(FileSample sample) => Directory(sample)?.Kind;

    /// <summary>Whether the part that holds the text or the sheets is empty.</summary>
    public static bool IsHollow(FileSample sample) => Directory(sample) is { MainLength: 0 };

    private static (FileKind Kind, long MainLength)? Directory(FileSample sample)
    {
        var trailing = sample.Trailing.Span;
        var end = FindEnd(trailing);
        if (end < 0)
            return null;
        int entries = BinaryPrimitives.ReadUInt16LittleEndian(trailing[(end + 10)..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(trailing[(end + 12)..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(trailing[(end + 16)..]) - (sample.Size - trailing.Length);
        return entries is 0 or > MostEntries || start < 0 || length > end || start > end - length
            ? null
            : Read(trailing.Slice((int)start, (int)length), entries);
    }

    // The mark may also occur in the comment that follows it: only one whose comment ends with the file counts.
    private static int FindEnd(ReadOnlySpan<byte> trailing)
    {
        for (var at = trailing.Length - EndLength; at >= 0 && at >= trailing.Length - EndLength - ushort.MaxValue; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(trailing[at..]) == EndMark &&
                BinaryPrimitives.ReadUInt16LittleEndian(trailing[(at + 20)..]) == trailing.Length - EndLength - at)
                return at;
        }

        return -1;
    }

    private static (FileKind Kind, long MainLength)? Read(ReadOnlySpan<byte> directory, int entries)
    {
        var (types, word, excel, unpacked, main) = (false, false, false, 0L, 0L);
        for (var n = 0; n < entries; n++)
        {
            if (directory.Length < EntryLength || BinaryPrimitives.ReadUInt32LittleEndian(directory) != EntryMark)
                return null;
            var encrypted = (BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]) & 1) == 1;
            unpacked += BinaryPrimitives.ReadUInt32LittleEndian(directory[24..]);
            var length = EntryLength + NameLength(directory) + RestLength(directory);
            if (encrypted || unpacked > MostUnpacked || directory.Length < length)
                return null;
            var name = Usual(Encoding.ASCII.GetString(directory.Slice(EntryLength, NameLength(directory))));
            if (name.EndsWith("vbaproject.bin", StringComparison.Ordinal))
                return null;
            types |= name == "[content_types].xml";
            var (text, sheets) = (IsPart(name, "word/document"), IsPart(name, "xl/workbook"));
            (word, excel) = (word || text, excel || sheets);
            if (text || sheets)
                main += BinaryPrimitives.ReadUInt32LittleEndian(directory[24..]);
            directory = directory[length..];
        }

        return types && word != excel ? (word ? FileKind.Docx : FileKind.Xlsx, main) : null;
    }

    // Names of parts know no case (ECMA-376), and some programs write the separators of their own system.
    private static string Usual(string name) => name.Replace('\\', '/').TrimStart('/').ToLowerInvariant();

    // Some editors number the main part.
    private static bool IsPart(string name, string part) => name.StartsWith(part, StringComparison.Ordinal)
        && name.EndsWith(".xml", StringComparison.Ordinal)
        && name.AsSpan()[part.Length..^".xml".Length].IndexOfAnyExceptInRange('0', '9') < 0;

    private static int NameLength(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);

    private static int RestLength(ReadOnlySpan<byte> entry) =>
        BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
}
