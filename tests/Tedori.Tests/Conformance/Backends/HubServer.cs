using System.Diagnostics;
using System.Net;
using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tedori.Tests.Conformance.Backends;

/// <summary>Microsoft's task hub server over an orchestration service, on a free port of 127.0.0.1.</summary>
internal sealed class HubServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = Testing.Patience.Limit;

    private readonly WebApplication app;
    private readonly int[] listening;

    private HubServer(WebApplication app, int[] listening)
    {
        this.app = app;
        this.listening = listening;
        Channel = GrpcChannel.ForAddress(app.Urls.Single());
    }

    public GrpcChannel Channel { get; }

    public IHost Host => app;

    public static async Task<HubServer> StartAsync(IOrchestrationService service, IOrchestrationServiceClient client)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(service).AddSingleton(client);
        builder.Services.AddSingleton<TaskHubGrpcServer>();
        var app = builder.Build();
        var listening = new int[1];
        app.Use(async (context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/GetWorkItems", StringComparison.Ordinal))
            {
                await next(context);
                return;
            }

            Interlocked.Increment(ref listening[0]);
            try
            {
                await next(context);
            }
            finally
            {
                Interlocked.Decrement(ref listening[0]);
            }
        });
        app.MapGrpcService<TaskHubGrpcServer>();
        await app.StartAsync();
        return new(app, listening);
    }

    /// <summary>
    /// Completes when so many workers listen for work: one that went away is noticed a little later, and what the server
    /// sends it meanwhile is lost.
    /// </summary>
    public async Task WhenListenedToAsync(int workers)
    {
        for (var waited = Stopwatch.StartNew(); Volatile.Read(ref listening[0]) != workers; await Task.Delay(5))
            Assert.True(waited.Elapsed < Patience, $"{listening[0]} workers listen, not {workers}.");
    }

    public async ValueTask DisposeAsync()
    {
        await Channel.ShutdownAsync();
        Channel.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
