namespace Tedori.Season.Reporting.Charts;

/// <summary>A rectangle in units of the drawing.</summary>
public sealed record Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + Width / 2;

    public double MiddleY => Y + Height / 2;
}
