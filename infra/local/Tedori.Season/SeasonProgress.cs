using NodaTime;

namespace Tedori.Season;

/// <summary>How far a season is.</summary>
internal readonly record struct SeasonProgress(Instant Now, long Events);
