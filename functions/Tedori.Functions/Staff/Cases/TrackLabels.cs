using Tedori.Programme;

namespace Tedori.Functions.Staff.Cases;

/// <summary>The tracks in Japanese.</summary>
public static class TrackLabels
{
    /// <summary>The track in Japanese; null before it is fixed.</summary>
    public static string Of(Track? track) => track switch
    {
        null => "未確定",
        Track.Plain => "賃金引上げなし",
        Track.Wage => "賃金引上げあり",
        _ => throw new ArgumentOutOfRangeException(nameof(track), track, "Unknown track."),
    };
}
