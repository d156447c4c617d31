using NodaTime;
using Tedori.Functions.Languages;
using Tedori.Functions.Public.Home;
using Tedori.Programme.Calendar;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.Kit;

/// <summary>What the page of the kit shows.</summary>
/// <param name="Rounds">All rounds, the oldest first.</param>
/// <param name="Items">What can be published.</param>
/// <param name="Now">The time of the request.</param>
/// <param name="Site">Where the site is reached, or null.</param>
public sealed record KitModel(
    IReadOnlyList<OfferedRound> Rounds, IReadOnlyList<KitItem> Items, Instant Now, Uri? Site)
{
    private const int Shown = 24;

    /// <summary>What should go out next, the soonest first, that of today with it.</summary>
    public IReadOnlyList<(KitItem Item, KitDispatch Dispatch)> Next =>
    [
        .. Items.SelectMany(i => i.Dispatches, (i, d) => (Item: i, Dispatch: d))
            .Where(d => d.Dispatch.On >= JapanTime.DateOf(Now)).OrderBy(d => d.Dispatch.On).Take(Shown),
    ];

    /// <summary>Whether rounds are told apart by their year.</summary>
    public bool Many => Rounds.Select(r => r.Edition.Id).Distinct().Count() > 1;

    /// <summary>A round as the page names it.</summary>
    public string NameOf(OfferedRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return $"{(Many ? Written.Year(round.Edition) + " " : "")}{Say("第{0}回", round.Round.Number)}";
    }

    /// <summary>A path of the site, absolute where the site has an address.</summary>
    public string At(string path) => Site is null ? path : new Uri(Site, path).AbsoluteUri;
}

/// <summary>What the page of a round's kit shows.</summary>
/// <param name="Round">The round.</param>
/// <param name="Items">What can be published, by occasion.</param>
public sealed record KitRoundModel(OfferedRound Round, IReadOnlyList<KitItem> Items);
