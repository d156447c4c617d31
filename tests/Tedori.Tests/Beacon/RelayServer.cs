using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tedori.Tests.Beacon;

/// <summary>A relay of drand on this machine that answers, lies or fails as it is told.</summary>
internal sealed class RelayServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RelayServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<string> Asked { get; } = new();

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public Uri Address => new(app.Urls.First());

    public static async Task<RelayServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new RelayServer(builder.Build()) { Answer = answer };
        server.app.Run(async context =>
        {
            server.Asked.Enqueue(context.Request.Path);
            await server.Answer(context);
        });
        await server.app.StartAsync();
        return server;
    }

    public static Func<HttpContext, Task> Says(string body, int status = 200) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
