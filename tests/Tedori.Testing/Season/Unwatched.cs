using Tedori.Season;

namespace Tedori.Testing.Season;

/// <summary>Nobody watches how far the season is.</summary>
internal sealed class Unwatched : IProgress<SeasonProgress>
{
    public void Report(SeasonProgress value)
    {
    }
}
