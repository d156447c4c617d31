using NodaTime;
using Tedori.Functions.Public.Home;
using Tedori.Programme.Editions;

namespace Tedori.Functions.Public.Site;

/// <summary>A page that explains the programme.</summary>
/// <param name="Name">Its name, which is its address.</param>
/// <param name="Edition">The programme that a reader can enter next.</param>
/// <param name="Round">The round that is open, else the next one, else the last.</param>
public sealed record SiteModel(string Name, Edition Edition, Round Round)
{
    /// <summary>Its text, in the language of the reader.</summary>
    public SitePageText Text => SiteText.Pages[Name];

    /// <summary>What is filled in, in the language of the reader.</summary>
    public SiteFacts Facts => new(Edition, Round);

    /// <summary>The page at an instant.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="editions">All programmes, oldest first, at least one.</param>
    /// <param name="now">The instant.</param>
    public static SiteModel At(string name, IEnumerable<Edition> editions, Instant now)
    {
        var home = HomeModel.At(editions, now);
        var shown = home.Open.Count > 0 ? home.Open[0] : home.Next ?? new(home.Edition, home.Edition.Rounds[^1]);
        return new(name, shown.Edition, shown.Round);
    }
}
