using System.Text.Json;
using Tedori.Functions.Components;
using Tedori.Programme.Plans;
using Tedori.Programme.Serialization;

namespace Tedori.Functions.Public.Kit;

/// <summary>The texts of the chamber's kit, from one file; names of facts stand in braces.</summary>
/// <param name="Programme">What the programme is, in one sentence.</param>
/// <param name="Contact">How the office is reached.</param>
/// <param name="More">Where there is more.</param>
/// <param name="Leaflet">What the code on a leaflet is for.</param>
/// <param name="Occasions">What is said about each occasion.</param>
public sealed record KitText(
    string Programme, string Contact, string More, string Leaflet, IReadOnlyDictionary<KitOccasion, OccasionText> Occasions)
{
    private static readonly Lazy<KitText> Read = new(
        () => JsonSerializer.Deserialize<KitText>(EmbeddedText.Read("Kit/kit-ja.json"), TedoriJson.Options)!);

    /// <summary>The texts of the product.</summary>
    public static KitText OfProduct => Read.Value;
}

/// <summary>What is said about an occasion.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Title">Subject of the newsletter, heading of the leaflet.</param>
/// <param name="Lead">Its paragraphs.</param>
/// <param name="Todo">What to do now.</param>
/// <param name="Short">Everything in one or two sentences, for a newspaper.</param>
public sealed record OccasionText(string Name, string Title, IReadOnlyList<string> Lead, string Todo, string Short);
