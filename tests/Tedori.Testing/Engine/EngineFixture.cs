using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Engine;
using Tedori.Programme.Serialization;

namespace Tedori.Testing.Engine;

/// <summary>An engine in a folder of its own, on a clock that stands still until a test moves it.</summary>
public sealed class EngineFixture : IAsyncDisposable
{
    public static readonly Instant Epoch = Instant.FromUtc(2025, 5, 19, 0, 0);

    private readonly string folder = Path.Combine(Path.GetTempPath(), "tedori-engine-" + Guid.NewGuid().ToString("N"));

    private EngineFixture(DurableTaskRegistry registry) => Registry = registry;

    public VirtualTimeline Time { get; } = new(Epoch);

    public DurableTaskRegistry Registry { get; set; }

    public DurableEngine Engine { get; private set; } = null!;

    public DurableTaskClient Client => Engine.Client;

    public string Folder => folder;

    public static async Task<EngineFixture> StartAsync(
        Action<DurableTaskRegistry> register, Func<EngineOptions, EngineOptions>? adjust = null)
    {
        var registry = new DurableTaskRegistry();
        register(registry);
        var fixture = new EngineFixture(registry);
        await fixture.OpenAsync(adjust);
        return fixture;
    }

    public async Task OpenAsync(Func<EngineOptions, EngineOptions>? adjust = null)
    {
        var options = new EngineOptions
        {
            DataConverter = new JsonDataConverter(TedoriJson.Options),
            DataFolder = folder,
            Timeline = Time,
            Registry = Registry,
            Services = new ServiceCollection().BuildServiceProvider(),
            FullSync = false,
        };
        Engine = await DurableEngine.OpenAsync(adjust is null ? options : adjust(options));
        Engine.Start();
    }

    /// <summary>Closes the engine and opens the same folder again, as after a restart.</summary>
    public async Task ReopenAsync(
        Action<DurableTaskRegistry>? register = null, Func<EngineOptions, EngineOptions>? adjust = null)
    {
        await Engine.DisposeAsync();
        if (register is not null)
        {
            Registry = new DurableTaskRegistry();
            register(Registry);
        }
        await OpenAsync(adjust);
    }

    public Task<string> BeginAsync(string name, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(id));

    public Task IdleAsync() => Engine.WhenIdleAsync().WaitAsync(Patience.Limit);

    /// <summary>Moves to the next due instant as long as there is one, at most the given number of times.</summary>
    public async Task PlayAsync(int most = 1_000)
    {
        await IdleAsync();
        while (most-- > 0 && Engine.NextDue is { } due)
        {
            Time.AdvanceTo(due);
            await IdleAsync();
        }
    }

    public async Task AdvanceAsync(Duration by)
    {
        Time.AdvanceTo(Time.GetCurrentInstant() + by);
        await IdleAsync();
    }

    public async Task<OrchestrationMetadata> ReadAsync(string id) =>
        await Client.GetInstanceAsync(id, getInputsAndOutputs: true)
        ?? throw new InvalidOperationException($"No instance '{id}'.");

    public async Task<T?> RunAsync<T>(string name, object? input = null)
    {
        var id = await BeginAsync(name, input);
        await PlayAsync();
        var end = await ReadAsync(id);
        Assert.True(
            end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{end.RuntimeStatus} {end.FailureDetails}");
        return end.ReadOutputAs<T>();
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
