using System.Globalization;
using System.IO.Compression;
using System.Text;
using Tedori.Programme.Evidence;

namespace Tedori.Testing.Evidence;

/// <summary>Contents of files as programs write them, as small as they can be.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(string text = "就業規則") => Encoding.UTF8.GetBytes($"%PDF-1.7\n% {text}\n%%EOF\n");

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0];

    public static byte[] Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    /// <summary>The smallest whole picture: 1 × 1 pixel.</summary>
    public static byte[] Photo => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Docx => Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");

    public static byte[] Xlsx =>
        Zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml");

    /// <summary>An archive with entries of these names.</summary>
    public static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new(2025, 6, 10, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes($"<part name=\"{name}\"/>"));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A PDF of exactly so many bytes that differ from place to place.</summary>
    public static byte[] PdfOf(int length)
    {
        var content = new byte[length];
        for (var i = 0; i < length; i++)
            content[i] = (byte)(((i * 31L) ^ (i >> 8) ^ (i >> 16)) & 0xFF);
        Pdf(length.ToString(CultureInfo.InvariantCulture)).AsSpan(0, Math.Min(8, length)).CopyTo(content);
        return content;
    }

    public static FileSample Sample(byte[] content) => new(
        content.Length,
        content.AsMemory(0, Math.Min(content.Length, FileSample.MostLeading)),
        content.AsMemory(Math.Max(0, content.Length - FileSample.MostTrailing)));
}
