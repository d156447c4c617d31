namespace Tedori.Season.Reporting.Charts;

/// <summary>A drawing with its caption and a description for those who do not see it.</summary>
/// <param name="Id">Unique on the page; begins the ids inside.</param>
/// <param name="Caption">Stands above the drawing and is its title.</param>
/// <param name="Description">The drawing in words.</param>
/// <param name="Height">Height; all are <see cref="Width"/> wide.</param>
/// <param name="Fills">What is used in it.</param>
/// <param name="Content">What is drawn.</param>
public sealed record Chart(
    string Id,
    string Caption,
    string Description,
    double Height,
    IReadOnlyList<Fill> Fills,
    IReadOnlyList<Shape> Content)
{
    public const double Width = 720;
}
