using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tedori.Testing;

namespace Tedori.Tests.Papers;

/// <summary>What a PDF says, as poppler reads it; tests with it are skipped where poppler or the font is missing.</summary>
internal static partial class PdfText
{
    /// <summary>Skips where nothing can be printed or read back here.</summary>
    public static void Need()
    {
        Skip.If(Functions.Papers.PaperFont.Find(null).Path is null, "fonts-ipaexfont is not installed.");
        Skip.IfNot(File.Exists("/usr/bin/pdftotext"), "poppler-utils is not installed.");
    }

    /// <summary>The text, pages divided by a form feed, without the blanks that only place it.</summary>
    public static async Task<string> OfAsync(byte[] pdf) =>
        (await RunAsync("pdftotext", pdf, "-raw", "-enc", "UTF-8", "-", "-")).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The text in one line a page, so that what is broken into lines is found too.</summary>
    public static async Task<string> JoinedAsync(byte[] pdf) =>
        (await OfAsync(pdf)).Replace("\n", "", StringComparison.Ordinal);

    /// <summary>The words in their order, each with its page, from 1, and where it begins and ends below the top of it.</summary>
    public static async Task<IReadOnlyList<(int Page, double Top, double Bottom, string Text)>> PlacesAsync(byte[] pdf)
    {
        var pages = (await RunAsync("pdftotext", pdf, "-bbox", "-enc", "UTF-8", "-", "-")).Split("<page ")[1..];
        return [.. pages.Index().SelectMany(p => Word().Matches(p.Item).Select(w => (
            p.Index + 1, Number(w, "top"), Number(w, "bottom"), w.Groups["text"].Value)))];
    }

    /// <summary>The fonts, a line each.</summary>
    public static async Task<IReadOnlyList<string>> FontsAsync(byte[] pdf) =>
        [.. (await RunAsync("pdffonts", pdf, "-")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    private static double Number(Match word, string name) => double.Parse(word.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""yMin="(?<top>[\d.]+)" xMax="[\d.]+" yMax="(?<bottom>[\d.]+)">(?<text>[^<]*)</word>""")]
    private static partial Regex Word();

    private static async Task<string> RunAsync(string program, byte[] input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo($"/usr/bin/{program}", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var read = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        var text = await read.WaitAsync(Patience.Limit);
        await process.WaitForExitAsync().WaitAsync(Patience.Limit);
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
