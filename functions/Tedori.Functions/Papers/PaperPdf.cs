using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Tedori.Functions.Components.Barcodes;

namespace Tedori.Functions.Papers;

/// <summary>Prints papers as PDF: A4, the font embedded as a subset, the same bytes for the same paper.</summary>
/// <param name="font">The font, if the machine has one.</param>
public sealed class PaperPdf(PaperFont font)
{
    private const double Body = 10.5;
    private const double Small = 9;
    private const double LabelWidth = 150;
    private const double Gutter = 12;

    // One line with the space around it.
    private const double HeadHeight = 34;

    /// <summary>Whether there is a font to print with.</summary>
    public bool IsAvailable => font.Path is not null;

    /// <summary>The font.</summary>
    public PaperFont Font => font;

    /// <summary>The file.</summary>
    /// <exception cref="InvalidOperationException">There is no font.</exception>
    public byte[] Print(PrintedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var path = font.Path ?? throw new InvalidOperationException(font.Fault);
        using var document = new PdfDocument();
        var at = paper.At.ToDateTimeUtc();
        (document.Info.Title, document.Info.Subject) = (paper.Title, paper.Reference);
        (document.Info.CreationDate, document.Info.ModificationDate) = (at, at);
        document.Info.Creator = "Tedori";
        document.Language = "ja";
        var fonts = new PdfFonts(path);
        using (var sheet = new PdfSheet(document, fonts))
            Write(sheet, fonts, paper);
        using var file = new MemoryStream();
        document.Save(file);
        return SettledPdf.Of(file.ToArray());
    }

    private static void Write(PdfSheet sheet, PdfFonts fonts, PrintedPaper paper)
    {
        foreach (var line in paper.Issuer)
            sheet.Write(line, Small, align: XStringAlignment.Far);
        sheet.Space(10);
        sheet.Write(paper.Title, 17, bold: true, align: XStringAlignment.Center);
        sheet.Space(14);
        Write(sheet, paper.Sheet);
        if (paper.Annex.Count > 0)
            sheet.Turn();
        Write(sheet, paper.Annex);
        if (fonts.Missing is { } missing)
        {
            sheet.Space(12);
            sheet.Write(missing, Small);
        }

        sheet.Number(paper.Reference);
    }

    private static void Write(PdfSheet sheet, IReadOnlyList<PaperPart> parts)
    {
        foreach (var (n, part) in parts.Index())
        {
            // A heading never stands alone at the foot of a page.
            if (part is PaperPart.Heading or PaperPart.Subheading)
                sheet.Keep(BeginOf(sheet, parts, n));
            Write(sheet, part);
        }
    }

    // What has to stand together from this part on.
    private static double BeginOf(PdfSheet sheet, IReadOnlyList<PaperPart> parts, int at) =>
        parts.ElementAtOrDefault(at) switch
        {
            PaperPart.Heading or PaperPart.Subheading => HeadHeight + BeginOf(sheet, parts, at + 1),
            PaperPart.Fields([var first, ..] fields) => RowHeight(sheet, first, LabelWidthOf(fields)),
            _ => 40,
        };

    private static void Write(PdfSheet sheet, PaperPart part)
    {
        switch (part)
        {
            case PaperPart.Heading(var text):
                Head(sheet, text, 13);
                break;
            case PaperPart.Subheading(var text, _):
                Head(sheet, text, 11.5);
                break;
            case PaperPart.Paragraph(var text):
                sheet.Write(text, Body);
                sheet.Space(6);
                break;
            case PaperPart.Address(var lines):
                foreach (var line in lines)
                    sheet.Write(line, 13);
                sheet.Space(16);
                break;
            case PaperPart.Number(var number):
                WriteNumber(sheet, number);
                break;
            case PaperPart.Fields(var fields):
                WriteFields(sheet, fields);
                break;
            case PaperPart.Listing(var items):
                WriteItems(sheet, items);
                break;
            case PaperPart.Link(var url):
                QrCode.Draw(sheet, url);
                break;
            default:
                throw new InvalidOperationException($"Unknown part {part.GetType().Name}.");
        }
    }

    private static void Head(PdfSheet sheet, string text, double size)
    {
        sheet.Space(10);
        sheet.Write(text, size, bold: true);
        sheet.Space(3);
    }

    private static void WriteFields(PdfSheet sheet, IReadOnlyList<PaperField> fields)
    {
        var label = LabelWidthOf(fields);
        foreach (var field in fields)
        {
            sheet.Keep(RowHeight(sheet, field, label));
            sheet.Rule();
            sheet.Beside(
                () => sheet.Write(field.Label, Body, PdfSheet.Margin, label),
                () =>
                {
                    foreach (var line in Joined(field.Texts))
                    {
                        sheet.Write(
                            line.Text, line.IsDigest ? Small : Body, PdfSheet.Margin + label + Gutter, anywhere: line.IsDigest);
                    }
                });
            sheet.Space(3);
        }

        sheet.Rule();
        sheet.Space(8);
    }

    // A row that fits on a page is not torn apart; a longer one begins where it is.
    private static double RowHeight(PdfSheet sheet, PaperField field, double label)
    {
        var texts = Joined(field.Texts).Sum(t => sheet.HeightOf(
            t.Text, t.IsDigest ? Small : Body, PdfSheet.Width - label - Gutter, anywhere: t.IsDigest));
        var height = 5 + Math.Max(texts, sheet.HeightOf(field.Label, Body, label));
        return height <= PdfSheet.Room ? height : 40;
    }

    // A declaration is a sentence with a short answer beside it.
    private static double LabelWidthOf(IReadOnlyList<PaperField> fields) =>
        fields.Any(f => f.Label.Length > 20) && fields.All(f => f.Texts.Sum(t => t.Text.Length) < 10)
            ? PdfSheet.Width - LabelWidth - Gutter
            : LabelWidth;

    private static void WriteItems(PdfSheet sheet, IReadOnlyList<PaperItem> items)
    {
        var x = PdfSheet.Margin + Gutter;
        foreach (var item in items)
        {
            sheet.Keep(Math.Min(30 + sheet.HeightOf(item.Text, Body, PdfSheet.Width - Gutter), PdfSheet.Room));
            // A box to tick is a mark of its own.
            sheet.Beside(
                () => sheet.Write(item.Text.StartsWith('□') ? "" : "・", Body), () => sheet.Write(item.Text, Body, x));
            if (item.Sha256 is { } digest)
                sheet.Write($"SHA-256 {digest}", 8, x, anywhere: true);
            sheet.Space(3);
        }

        sheet.Space(8);
    }

    private static void WriteNumber(PdfSheet sheet, string number)
    {
        const double Height = 42;
        const double Module = 1.1;
        sheet.Keep(100);
        sheet.Write(number, 24, bold: true);
        sheet.Space(4);
        var (begin, y) = (PdfSheet.Margin + (Code128.QuietModules * Module), sheet.Y);
        foreach (var (start, width) in Code128.Bars(number).Bars)
            sheet.Box(begin + (start * Module), y, width * Module, Height);
        sheet.Space(Height + 16);
    }

    // Pieces of one sentence stand on one line; a digest has its own.
    private static IEnumerable<PaperText> Joined(IReadOnlyList<PaperText> texts)
    {
        var line = "";
        foreach (var text in texts)
        {
            if (!text.IsDigest)
            {
                line += text.Text;
                continue;
            }

            if (line.Length > 0)
                yield return line;
            line = "";
            yield return text;
        }

        if (line.Length > 0)
            yield return line;
    }
}
