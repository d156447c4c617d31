using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Tedori.Functions.Papers;

/// <summary>A4 pages that are written from top to bottom. Points, from the top left.</summary>
internal sealed class PdfSheet : IDisposable
{
    /// <summary>25 mm at the left, for holes, and at the right.</summary>
    public const double Margin = 70.9;

    /// <summary>A4.</summary>
    public const double PageWidth = 595.3;

    private const double PageHeight = 841.9;
    private const double Top = 56.7;
    private const double Bottom = PageHeight - 71;
    private const double FooterBaseline = PageHeight - 42;
    private const double Leading = 1.55;

    private static readonly XPen Thin = new(XColor.FromArgb(0x94, 0x94, 0x94), 0.5);

    private readonly PdfDocument document;
    private readonly PdfFonts fonts;
    private readonly XGraphics ruler = XGraphics.CreateMeasureContext(
        new(PageWidth, PageHeight), XGraphicsUnit.Point, XPageDirection.Downwards);

    // All stay open: what stands beside what runs over several pages begins on the first of them.
    private readonly List<XGraphics> pages = [];
    private int current = -1;

    public PdfSheet(PdfDocument document, PdfFonts fonts)
    {
        (this.document, this.fonts) = (document, fonts);
        Turn();
    }

    /// <summary>Width between the margins.</summary>
    public static double Width => PageWidth - (2 * Margin);

    /// <summary>Where the next line begins.</summary>
    public double Y { get; private set; }

    /// <summary>How high what is kept together can be, a heading above it.</summary>
    public static double Room => Bottom - Top - 80;

    private XGraphics Page => pages[current];

    /// <summary>Goes to the next page, a new one after the last.</summary>
    public void Turn()
    {
        if (++current == pages.Count)
        {
            var added = document.AddPage();
            added.Size = PageSize.A4;
            pages.Add(XGraphics.FromPdfPage(added));
        }

        Y = Top;
    }

    /// <summary>Leaves a gap; none at the top of a page.</summary>
    public void Space(double height) => Y = Y > Top ? Y + height : Y;

    /// <summary>Turns the page where so much does not fit on it any more; never one on which nothing stands.</summary>
    public void Keep(double height)
    {
        if (Y > Top && Y + height > Bottom)
            Turn();
    }

    /// <summary>How high a text would be.</summary>
    public double HeightOf(string text, double size, double width, bool anywhere = false) =>
        Lines(text, size, false, width, anywhere).Count * size * Leading;

    /// <summary>Writes a text, over several pages if need be.</summary>
    public void Write(
        string text, double size, double x = Margin, double? width = null, bool bold = false, bool anywhere = false,
        XStringAlignment align = XStringAlignment.Near)
    {
        var room = width ?? PageWidth - Margin - x;
        foreach (var line in Lines(text, size, bold, room, anywhere))
        {
            Keep(size * Leading);
            var left = align switch
            {
                XStringAlignment.Far => x + room - Measure(line, size, bold),
                XStringAlignment.Center => x + ((room - Measure(line, size, bold)) / 2),
                _ => x,
            };
            Page.DrawString(line, fonts.Of(size, bold), XBrushes.Black, left, Y + (size * 1.15));
            Y += size * Leading;
        }
    }

    /// <summary>
    /// Writes beside each other: what is done by each begins on the same page at the same height, and what follows goes on
    /// where the last of them ends.
    /// </summary>
    public void Beside(params IReadOnlyList<Action> columns)
    {
        var begin = (Page: current, Y);
        var end = begin;
        foreach (var column in columns)
        {
            (current, Y) = begin;
            column();
            end = end.CompareTo((current, Y)) < 0 ? (current, Y) : end;
        }

        (current, Y) = end;
    }

    /// <summary>A line across.</summary>
    public void Rule()
    {
        Page.DrawLine(Thin, Margin, Y, PageWidth - Margin, Y);
        Y += 5;
    }

    /// <summary>A black box at a place of its own, which moves nothing.</summary>
    public void Box(double x, double y, double width, double height) =>
        Page.DrawRectangle(XBrushes.Black, x, y, width, height);

    /// <summary>Writes what each page is told by, and its number among all; after this nothing is written any more.</summary>
    public void Number(string reference)
    {
        Close();
        for (var n = 0; n < document.PageCount; n++)
        {
            using var finished = XGraphics.FromPdfPage(document.Pages[n], XGraphicsPdfPageOptions.Append);
            var number = FormattableString.Invariant($"{n + 1} / {document.PageCount}");
            finished.DrawLine(Thin, Margin, FooterBaseline - 14, PageWidth - Margin, FooterBaseline - 14);
            finished.DrawString(fonts.Printable(reference), fonts.Of(9), XBrushes.Black, Margin, FooterBaseline);
            finished.DrawString(
                number, fonts.Of(9), XBrushes.Black, PageWidth - Margin - Measure(number, 9, false), FooterBaseline);
        }
    }

    public void Dispose()
    {
        Close();
        ruler.Dispose();
    }

    private void Close()
    {
        pages.ForEach(p => p.Dispose());
        pages.Clear();
    }

    private IReadOnlyList<string> Lines(string text, double size, bool bold, double width, bool anywhere) =>
    [
        .. text.ReplaceLineEndings("\n").Split('\n').SelectMany(paragraph => LineBreaks.Of(
            fonts.Printable(paragraph), width, piece => Measure(piece, size, bold), anywhere)),
    ];

    private double Measure(string text, double size, bool bold) =>
        ruler.MeasureString(text, fonts.Of(size, bold)).Width;
}
