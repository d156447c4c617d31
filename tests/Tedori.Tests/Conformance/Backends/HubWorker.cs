using Grpc.Net.Client;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
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
            worker.UseGrpc(channel);
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
