using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Tedori.Testing;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>
/// A back end under test: it runs what a spec registers and shows it through the SDK's client. A spec waits for what it
/// expects with <see cref="UntilAsync"/>, which moves virtual time where there is any and else looks again.
/// </summary>
public abstract class Backend(Action<DurableTaskRegistry> register, BackendOptions options) : IAsyncDisposable
{
    public abstract DurableTaskClient Client { get; }

    /// <summary>The time that timers follow.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>How long a spec waits for what it expects.</summary>
    public TimeSpan Limit { get; init; } = Patience.Limit;

    protected Action<DurableTaskRegistry> Register { get; private set; } = register;

    protected BackendOptions Options { get; private set; } = options;

    /// <summary>Runs the worker, and with it everything else the first time.</summary>
    public abstract Task OpenAsync();

    /// <summary>Starts what runs the orchestrators again over the same state, with other code if given.</summary>
    public Task ReopenAsync(Action<DurableTaskRegistry>? register = null, BackendOptions? options = null)
    {
        Register = register ?? Register;
        Options = options ?? Options;
        return ReopenAsync();
    }

    /// <summary>Lets everything that was asked for by now be looked at.</summary>
    public abstract Task SettleAsync();

    /// <summary>Lets time pass.</summary>
    public abstract Task PassAsync(TimeSpan time);

    /// <summary>Lets time come until an instance is as expected; fails the test where that never comes.</summary>
    public abstract Task<OrchestrationMetadata> UntilAsync(string id, Func<OrchestrationMetadata, bool> reached);

    public Task<string> BeginAsync(string name, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id));

    /// <summary>Raises an event where the back end keeps it.</summary>
    public virtual Task RaiseAsync(string id, string name, object? payload = null) =>
        Client.RaiseEventAsync(id, name, payload);

    public async Task<OrchestrationMetadata> ReadAsync(string id) =>
        await Client.GetInstanceAsync(id, getInputsAndOutputs: true)
        ?? throw new InvalidOperationException($"No instance '{id}'.");

    /// <summary>Waits until an instance has begun and then waits for something.</summary>
    public async Task RunningAsync(string id)
    {
        await UntilAsync(id, m => m.RuntimeStatus == OrchestrationRuntimeStatus.Running);
        await SettleAsync();
    }

    /// <summary>The instance as it ended, however that was.</summary>
    public Task<OrchestrationMetadata> EndAsync(string id) => UntilAsync(id, m => m.IsCompleted);

    /// <summary>The output of an instance that completes.</summary>
    public async Task<T?> OutputAsync<T>(string id)
    {
        var end = await EndAsync(id);
        Assert.True(
            end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{end.RuntimeStatus} {end.FailureDetails}");
        return end.ReadOutputAs<T>();
    }

    public async Task<T?> RunAsync<T>(string name, object? input = null) =>
        await OutputAsync<T>(await BeginAsync(name, input));

    /// <summary>Holds a wait to what was asked for: exactly in virtual time, else no shorter.</summary>
    public abstract void AssertWaited(TimeSpan asked, TimeSpan waited);

    public abstract ValueTask DisposeAsync();

    protected abstract Task ReopenAsync();

    protected static string Missed(string id, OrchestrationMetadata? found) =>
        $"'{id}' never came to what was expected: {found?.RuntimeStatus.ToString() ?? "not there"} "
        + $"{found?.SerializedCustomStatus} {found?.SerializedOutput} {found?.FailureDetails}";
}
