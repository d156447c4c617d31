using Tedori.Functions.Languages;
using Tedori.Programme.Lottery;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Components;

/// <summary>How many places a round has, in the language of the reader: the same phrase on every page and in every text.</summary>
public static class PlacesLabels
{
    /// <summary>The sum alone, where there is no room for what it is made of.</summary>
    public static string Short(PublicPlaces places) =>
        places is { CarriedIn: not null } ? Say("{0}社", Written.Count(places.Offered)) : Of(places);

    /// <summary>The phrase.</summary>
    public static string Of(PublicPlaces places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return places.CarriedIn switch
        {
            null => Say("{0}社と前の回までに残った社数", Written.Count(places.Planned)),
            0 => Say("{0}社", Written.Count(places.Planned)),
            { } carried => Say("{0}社(うち前の回までに残った{1}社)", Written.Count(places.Offered), Written.Count(carried)),
        };
    }
}
