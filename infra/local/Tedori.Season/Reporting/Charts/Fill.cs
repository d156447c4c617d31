namespace Tedori.Season.Reporting.Charts;

/// <summary>How an area is filled: a plain colour, or strokes on paper, so that colour alone tells nothing.</summary>
/// <param name="Name">Part of the pattern's id.</param>
/// <param name="Ink">Colour of the strokes and of the outline; at least 4.5:1 on white.</param>
/// <param name="Strokes">Path data of the strokes on an 8 by 8 tile, or null for the plain ink.</param>
public sealed record Fill(string Name, string Ink, string? Strokes = null)
{
    public const int Tile = 8;

    public static readonly Fill Blue = new("blue", "#0017C1");
    public static readonly Fill BlueRising = new("blue-rising", "#3460FB", "M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6");
    public static readonly Fill Green = new("green", "#197A4B");
    public static readonly Fill RedCrossed = new("red-crossed", "#CE0000", "M0,0 L8,8 M8,0 L0,8");
    public static readonly Fill OrangeFalling = new("orange-falling", "#C74700", "M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2");
    public static readonly Fill PurpleBars = new("purple-bars", "#5C10BE", "M0,2 H8 M0,6 H8");
    public static readonly Fill GreyDots = new("grey-dots", "#4D4D4D", "M1,2 h2 M5,6 h2");
    public static readonly Fill Blank = new("blank", "#626264", "");

    /// <summary>Whether white text can be read on it.</summary>
    public bool Dark => Strokes is null;

    public string Paint(string chart) => Dark ? Ink : $"url(#{PatternOf(chart)})";

    /// <summary>Id of the pattern that <see cref="Paint"/> refers to.</summary>
    public string PatternOf(string chart) => $"{chart}-{Name}";
}
