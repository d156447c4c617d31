using Tedori.Programme.Plans;

namespace Tedori.Functions.Public.Kit;

/// <summary>The occasions as addresses name them.</summary>
public static class KitOccasions
{
    private static readonly Dictionary<KitOccasion, string> Keys = new()
    {
        [KitOccasion.Opening] = "opening",
        [KitOccasion.Closing] = "closing",
        [KitOccasion.Company] = "company",
        [KitOccasion.Project] = "project",
        [KitOccasion.Implementation] = "implementation",
        [KitOccasion.Claim] = "claim",
        [KitOccasion.WageImplementation] = "wage-implementation",
        [KitOccasion.WageClaim] = "wage-claim",
    };

    /// <summary>Its part of an address, which holds for good.</summary>
    public static string Key(this KitOccasion occasion) => Keys[occasion];

    /// <summary>The occasion of an address, or null.</summary>
    public static KitOccasion? Find(string key) =>
        Keys.FirstOrDefault(k => k.Value == key) is { Value: not null } found ? found.Key : null;
}
