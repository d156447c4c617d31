using Tedori.Functions.Public.Site;

namespace Tedori.Functions.Public.OpenData;

/// <summary>What the page of the open data shows.</summary>
/// <param name="Site">Its text.</param>
/// <param name="Data">The data.</param>
public sealed record OpenDataModel(SiteModel Site, OpenDataset Data);
