using System.Collections.Concurrent;
using System.Globalization;

namespace Tedori.Season;

/// <summary>
/// The chance by which hints are lost: each by what it is about and how often that was hinted before, so that the order
/// in which threads come to hint decides nothing.
/// </summary>
internal sealed class HintLoss(long seed, int lostInThousand)
{
    private readonly ConcurrentDictionary<string, int> hinted = new();

    public bool Strikes(string about)
    {
        var times = hinted.AddOrUpdate(about, 1, (_, n) => n + 1);
        return Dice.For(seed, "lost hints", about, times.ToString(CultureInfo.InvariantCulture))
            .InThousand(lostInThousand);
    }
}
