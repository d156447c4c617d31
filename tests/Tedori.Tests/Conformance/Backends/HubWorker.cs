using Grpc.Net.Client;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Grpc.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>The SDK's worker, connected to a task hub server.</summary>
internal static class HubWorker
{
    public static async Task<IHost> StartAsync(
        GrpcChannel channel, Action<DurableTaskRegistry> register, BackendOptions options)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        if (options.LoggerFactory is { } log)
            builder.Services.AddSingleton(log);
        builder.Services.AddDurableTaskWorker(worker =>
        {
            worker.UseGrpc(o =>
            {
                o.Channel = channel;
                // The server sends no pings, so a worker that waits for two minutes would take it for gone and connect anew;
                // what the server hands out meanwhile is lost, and the hub holds it for good.
                o.SetSilentDisconnectTimeout(TimeSpan.Zero);
                o.SetHelloDeadline(TimeSpan.Zero);
            });
            worker.AddTasks(register);
            worker.Configure(o =>
            {
                o.DataConverter = options.Converter ?? o.DataConverter;
                o.MaximumTimerInterval = options.MaximumTimerInterval ?? o.MaximumTimerInterval;
            });
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
