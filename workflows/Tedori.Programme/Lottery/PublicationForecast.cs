using NodaTime;

namespace Tedori.Programme.Lottery;

/// <summary>When the last company of a round will have its result, at the pace so far.</summary>
/// <param name="Told">How many have it.</param>
/// <param name="Left">How many have not.</param>
/// <param name="PerHour">How many an hour since the start of the count, or null before the first.</param>
/// <param name="Ends">When the last will have it at this pace, or null where nothing has moved yet.</param>
public sealed record PublicationForecast(int Told, int Left, double? PerHour, Instant? Ends)
{
    private static readonly Duration Shortest = Duration.FromMinutes(1);

    /// <summary>The forecast.</summary>
    /// <param name="told">How many have their result.</param>
    /// <param name="left">How many have not.</param>
    /// <param name="counted">How many of them got it from <paramref name="since"/> on.</param>
    /// <param name="since">Start of the count, for example when publication began today.</param>
    /// <param name="now">The present. A count of less than a minute counts as one.</param>
    public static PublicationForecast Of(int told, int left, int counted, Instant since, Instant now)
    {
        if (left == 0)
            return new(told, 0, null, now);
        if (counted == 0)
            return new(told, left, null, null);
        var each = Duration.Max(now - since, Shortest) / counted;
        return new(told, left, Duration.FromHours(1) / each, now + (each * left));
    }
}
