using System.Diagnostics;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Grpc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>The SDK's worker and client over gRPC, with Microsoft's server over some orchestration service.</summary>
internal abstract class GrpcBackend(Action<DurableTaskRegistry> register, BackendOptions options)
    : Backend(register, options)
{
    private const string Barrier = "Barrier";

    private HubServer? server;
    private IHost? worker;
    private DurableTaskClient? client;

    public override DurableTaskClient Client => client!;

    public override DateTimeOffset Now => DateTimeOffset.UtcNow;

    public override async Task OpenAsync()
    {
        server ??= await ServeAsync();
        var clientOptions = new GrpcDurableTaskClientOptions { Channel = server.Channel };
        clientOptions.DataConverter = Options.Converter ?? clientOptions.DataConverter;
        clientOptions.DefaultVersion = Options.Version ?? "";
        client = new GrpcDurableTaskClient("spec", clientOptions, NullLogger.Instance);
        worker = await HubWorker.StartAsync(server.Channel, RegisterAll, Options);
        await server.WhenListenedToAsync(1);
    }

    // What came before it is looked at before it: all instances share one queue.
    public override async Task SettleAsync() => await EndAsync(await BeginAsync(Barrier));

    public override Task PassAsync(TimeSpan time) => Task.Delay(time);

    public override async Task<OrchestrationMetadata> UntilAsync(string id, Func<OrchestrationMetadata, bool> reached)
    {
        var clock = Stopwatch.StartNew();
        OrchestrationMetadata? found;
        do
        {
            found = await LookAsync(id);
            if (found is not null && reached(found))
                return found;
            await Task.Delay(20);
        }
        while (clock.Elapsed < Limit);

        throw Xunit.Sdk.FailException.ForFailure($"{Missed(id, found)} {await HistoryAsync(id)}");
    }

    // The system's timers are true to some milliseconds.
    public override void AssertWaited(TimeSpan asked, TimeSpan waited) =>
        Assert.InRange(waited, asked - TimeSpan.FromMilliseconds(20), TimeSpan.MaxValue);

    /// <summary>What the service has written down of an instance; nothing where it does not show that.</summary>
    public virtual Task<string> HistoryAsync(string id) => Task.FromResult("");

    public override async ValueTask DisposeAsync()
    {
        await StopWorkerAsync();
        await StopServerAsync();
    }

    /// <summary>The instance as it is, or null where nothing is seen of it.</summary>
    // The server cannot show an instance that was restarted before it begins: it has no tags.
    private async Task<OrchestrationMetadata?> LookAsync(string id)
    {
        try
        {
            return await Client.GetInstanceAsync(id, getInputsAndOutputs: true);
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unknown)
        {
            return null;
        }
    }

    /// <summary>The server over the service that keeps the state.</summary>
    protected abstract Task<HubServer> ServeAsync();

    protected override async Task ReopenAsync()
    {
        await SettleAsync();
        await StopAsync();
        await OpenAsync();
    }

    /// <summary>Stops what a restart stops.</summary>
    protected virtual Task StopAsync() => StopWorkerAsync();

    protected async Task StopWorkerAsync()
    {
        if (worker is null)
            return;
        await worker.StopAsync();
        worker.Dispose();
        worker = null;
        await server!.WhenListenedToAsync(0);
    }

    protected async Task StopServerAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        server = null;
    }

    private void RegisterAll(DurableTaskRegistry registry)
    {
        Register(registry);
        registry.AddOrchestratorFunc(Barrier, _ => true);
    }
}
