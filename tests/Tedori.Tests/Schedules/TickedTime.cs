namespace Tedori.Tests.Schedules;

/// <summary>A clock whose timers fire when a test says so.</summary>
internal sealed class TickedTime : TimeProvider
{
    private readonly TaskCompletionSource created = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action? fire;

    /// <summary>What the last timer was set to.</summary>
    public TimeSpan Period { get; private set; }

    /// <summary>Lets the timer fire once, as soon as there is one.</summary>
    public async Task TickAsync()
    {
        await created.Task.WaitAsync(TimeSpan.FromSeconds(30));
        fire!();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Period = period;
        fire = () => callback(state);
        created.TrySetResult();
        return new Ticked();
    }

    private sealed class Ticked : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
