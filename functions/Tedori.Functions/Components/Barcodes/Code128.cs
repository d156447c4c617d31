namespace Tedori.Functions.Components.Barcodes;

/// <summary>
/// Encodes text as Code 128 (ISO/IEC 15417), code set B only: printable ASCII, which a case number is made of. Pure.
/// </summary>
public static class Code128
{
    /// <summary>Blank modules that a reader needs on either side.</summary>
    public const int QuietModules = 10;

    private const int StartB = 104;
    private const int Stop = 106;
    private const int Modulus = 103;

    // Widths of bars and spaces in turn, for the values 0 to 106.
    private static readonly string[] Widths =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312",
        "231212", "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212",
        "223112", "312131", "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121",
        "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331",
        "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123",
        "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124",
        "121421", "141122", "141221", "112214", "112412", "122114", "122411", "142112", "142211", "241211", "221114",
        "413111", "241112", "134111", "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
        "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
        "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>The values of the symbol: start, one per character, check digit, stop.</summary>
    /// <exception cref="ArgumentException">The text is empty or has a character outside printable ASCII.</exception>
    public static IReadOnlyList<int> Values(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (text.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("Code set B holds printable ASCII only.", nameof(text));
        int[] data = [.. text.Select(c => c - ' ')];
        var check = (StartB + data.Select((value, i) => value * (i + 1)).Sum()) % Modulus;
        return [StartB, .. data, check, Stop];
    }

    /// <summary>
    /// The bars as start and width in modules, without the quiet zone, and the width of the whole symbol.
    /// </summary>
    public static (IReadOnlyList<(int Start, int Width)> Bars, int Width) Bars(string text)
    {
        var bars = new List<(int, int)>();
        var at = 0;
        foreach (var pattern in Values(text).Select(v => Widths[v]))
        {
            for (var i = 0; i < pattern.Length; i++)
            {
                var width = pattern[i] - '0';
                if (i % 2 == 0)
                    bars.Add((at, width));
                at += width;
            }
        }

        return (bars, at);
    }
}
