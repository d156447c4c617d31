using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Tedori.Functions.Papers;

/// <summary>The sizes of one font file, and what it has no glyph for.</summary>
internal sealed class PdfFonts
{
    // What Japanese print puts where a character is missing.
    private const char Geta = '〓';

    private static readonly XPdfFontOptions Subset =
        new(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset);

    private readonly string path;
    private readonly Dictionary<(double, bool), XFont> fonts = [];
    private readonly SortedSet<int> missing = [];

    // The library asks one resolver for all documents of the process; a family's name here is the path of its file.
    static PdfFonts() => GlobalFontSettings.FontResolver = new FileResolver();

    public PdfFonts(string path) => this.path = path;

    /// <summary>A font of a size in points.</summary>
    public XFont Of(double size, bool bold = false)
    {
        if (!fonts.TryGetValue((size, bold), out var font))
        {
            fonts[(size, bold)] = font = new(
                path, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Subset);
        }

        return font;
    }

    /// <summary>The text with a mark for each character that the font lacks, which is remembered.</summary>
    public string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
                continue;
            if (GlyphHelper.GlyphIndexFromCodePoint(rune.Value, Of(10)) != 0)
            {
                printable.Append(rune);
                continue;
            }

            missing.Add(rune.Value);
            printable.Append(Geta);
        }

        return printable.ToString();
    }

    /// <summary>What stands at the end of a paper with such marks, or null.</summary>
    public string? Missing => missing.Count == 0
        ? null
        : $"{Geta}は、この書類の書体にない文字です({string.Join("、", missing.Select(
            c => $"U+{c.ToString("X4", CultureInfo.InvariantCulture)}"))})。正しい文字は画面でご確認ください。";

    private sealed class FileResolver : IFontResolver
    {
        public byte[] GetFont(string faceName) => File.ReadAllBytes(faceName);

        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
            new(familyName, isBold, isItalic);
    }
}
