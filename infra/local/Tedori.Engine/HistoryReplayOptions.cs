using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace Tedori.Engine;

/// <summary>What a replay must share with the host that recorded the history.</summary>
public sealed record HistoryReplayOptions
{
    /// <summary>How inputs, results and event payloads were written.</summary>
    public DataConverter DataConverter { get; init; } = JsonDataConverter.Default;

    /// <summary>The length at which the host split timers.</summary>
    public TimeSpan MaximumTimerInterval { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Where orchestrators that need services get them; nothing is found when none is given.</summary>
    public IServiceProvider Services { get; init; } = NoServices.Instance;
}
