using QRCoder;

namespace Tedori.Functions.Papers;

/// <summary>A QR code for a phone's camera, with its address below for who has none.</summary>
internal static class QrCode
{
    private const double Size = 100;

    // The blank that cameras need is in the matrix.
    private const int Quiet = 4;

    /// <summary>The modules of the code, row by row; true is black.</summary>
    public static IReadOnlyList<IReadOnlyList<bool>> Modules(Uri url)
    {
        using var data = QRCodeGenerator.GenerateQrCode(url.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        return [.. data.ModuleMatrix.Select(row => (IReadOnlyList<bool>)[.. row.Cast<bool>()])];
    }

    /// <summary>Draws it at the left margin, with its address.</summary>
    public static void Draw(PdfSheet sheet, Uri url)
    {
        var rows = Modules(url);
        var module = Size / (rows.Count - (2 * Quiet));
        sheet.Space(6);
        sheet.Keep(Size + 24);
        var top = sheet.Y;
        foreach (var (r, row) in rows.Index())
        {
            foreach (var (c, _) in row.Index().Where(m => m.Item))
                sheet.Box(PdfSheet.Margin + ((c - Quiet) * module), top + ((r - Quiet) * module), module, module);
        }

        sheet.Space(Size + 6);
        sheet.Write(url.AbsoluteUri, 10, anywhere: true);
        sheet.Space(6);
    }
}
