using System.Globalization;
using NodaTime;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Rounds;

namespace Tedori.Functions.Public.Home;

/// <summary>What the front page shows.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="Now">The time at which it was rendered.</param>
/// <param name="Open">The round that takes entries now, or null.</param>
/// <param name="Next">The round that opens next, or null.</param>
public sealed record HomeModel(Edition Edition, Instant Now, Round? Open, Round? Next)
{
    /// <summary>Deadlines of rounds that staff moved.</summary>
    public IReadOnlyList<MovedDeadline> Moved { get; init; } = [];

    /// <summary>The model at an instant.</summary>
    public static HomeModel At(Edition edition, Instant now)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new(
            edition,
            now,
            edition.Rounds.FirstOrDefault(r => EntryWindow.Of(edition, r).Admits(now)),
            edition.Rounds.FirstOrDefault(r => EntryWindow.Of(edition, r).Opens > now));
    }

    /// <summary>A time of day as the office writes it: 9:00.</summary>
    public static string Clock(LocalTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");

    /// <summary>Whether a round takes entries, in one word.</summary>
    public static string StateOf(Edition edition, Round round, Instant now)
    {
        var window = EntryWindow.Of(edition, round);
        return window.Admits(now) ? "受付中" : now < window.Opens ? "受付前" : "受付終了";
    }
}
