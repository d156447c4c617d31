using System.Globalization;
using NodaTime;
using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Rounds;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.Home;

/// <summary>What the front page shows.</summary>
/// <param name="Editions">The programmes in which something is still ahead, the one that takes entries first.</param>
/// <param name="Now">The time at which it was rendered.</param>
/// <param name="Open">The rounds of all programmes that take entries now.</param>
/// <param name="Next">The round of all programmes that opens next, or null.</param>
public sealed record HomeModel(
    IReadOnlyList<Edition> Editions, Instant Now, IReadOnlyList<OfferedRound> Open, OfferedRound? Next)
{
    internal static readonly Duration Told = Duration.FromDays(30);

    /// <summary>The programme that the page is headed with.</summary>
    public Edition Edition => Editions[0];

    /// <summary>Whether a round has to be told apart by its year.</summary>
    public bool Many => Editions.Count > 1;

    /// <summary>When what the page says of the rounds changes next: one closes or opens. Null where none does.</summary>
    public Instant? Changes => Open.Select(o => o.Window.Closes).Concat(Next is { } next ? [next.Window.Opens] : [])
        .Cast<Instant?>().Min();

    /// <summary>Deadlines of rounds that staff moved.</summary>
    public IReadOnlyList<MovedDeadline> Moved { get; init; } = [];

    /// <summary>What is told of the places of every round.</summary>
    public IReadOnlyDictionary<RoundId, PublicPlaces> Places { get; init; } = new Dictionary<RoundId, PublicPlaces>();

    /// <summary>The model at an instant.</summary>
    /// <param name="editions">All programmes, oldest first, at least one.</param>
    /// <param name="now">The instant.</param>
    public static HomeModel At(IEnumerable<Edition> editions, Instant now)
    {
        List<Edition> all = [.. editions];
        List<OfferedRound> rounds = [.. all.SelectMany(e => e.Rounds, (e, r) => new OfferedRound(e, r))];
        List<OfferedRound> open = [.. rounds.Where(r => r.Window.Admits(now))];
        var next = rounds.Where(r => r.Window.Opens > now).MinBy(r => r.Window.Opens);
        var today = JapanTime.DateOf(now);
        var first = open.FirstOrDefault()?.Edition ?? next?.Edition ?? all[^1];
        List<Edition> others = [.. all.Where(e => e != first && e.LastDate >= today).Reverse()];
        return new([first, .. others], now, open, next);
    }

    /// <summary>Outages that are declared, of the last month or to come, the latest first.</summary>
    public IEnumerable<Outage> Outages => Edition.Outages.Where(o => o.Until >= Now - Told).OrderByDescending(o => o.From);

    /// <summary>A round as the page names it: with its year where there are several.</summary>
    public string NameOf(OfferedRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return (Many ? Written.Year(round.Edition) + " " : "") + Say("第{0}回", round.Round.Number);
    }

    /// <summary>A time of day as the office writes it: 9:00.</summary>
    public static string Clock(LocalTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Hour}:{time.Minute:00}");

    /// <summary>Whether a round takes entries, in one word.</summary>
    public static string StateOf(Edition edition, Round round, Instant now)
    {
        var window = EntryWindow.Of(edition, round);
        return window.Admits(now) ? Say("受付中") : now < window.Opens ? Say("受付前") : Say("受付終了");
    }
}

/// <summary>A round with the programme it belongs to.</summary>
/// <param name="Edition">The programme.</param>
/// <param name="Round">The round.</param>
public sealed record OfferedRound(Edition Edition, Round Round)
{
    /// <summary>Its id.</summary>
    public RoundId Id => new(Edition.Id, Round.Number);

    /// <summary>When it takes entries.</summary>
    public EntryWindow Window => EntryWindow.Of(Edition, Round);
}
