using Microsoft.Extensions.Time.Testing;

namespace Tedori.Testing.Schedules;

/// <summary>A clock that a test turns by a period, as soon as what it tests has set its timer.</summary>
internal sealed class TickedTime : FakeTimeProvider
{
    private readonly TaskCompletionSource<TimeSpan> set = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the timer was set to.</summary>
    public Task<TimeSpan> PeriodAsync() => set.Task.WaitAsync(Patience.Limit);

    public async Task TickAsync() => Advance(await PeriodAsync());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        set.TrySetResult(period);
        return timer;
    }
}
