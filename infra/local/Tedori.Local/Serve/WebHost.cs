using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tedori.Functions.Components;
using Tedori.Functions.Composition.Startup;
using Tedori.Functions.Http;
using Tedori.Functions.Schedules;
using Tedori.Local.Composition;
using Tedori.Local.Evidence;
using Tedori.Local.Host;
using Tedori.Workflows.Editions;

namespace Tedori.Local.Serve;

/// <summary>Kestrel on the loopback address, with the app's HTTP triggers and the operator's pages.</summary>
internal static class WebHost
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost"];

    private static readonly string Policy = string.Join("; ",
        "default-src 'none'", $"style-src {ShellStyle.Source}", "img-src data:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

    public static WebApplication Build(LocalPlatform platform, ServeClock clock, int port, Action<Exception> fail)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, port));
        builder.Services.AddMvcCore();
        // Routes may say what they match by a regular expression, as on the Functions host.
        builder.Services.AddRouting(routing => routing.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        // One set of keys for the operator's pages and for the app's.
        builder.Services.AddSingleton(platform.Services.GetRequiredService<IDataProtectionProvider>());
        builder.Services.AddAntiforgery();
        builder.Services.AddHostedService(services => new ServeLoop(
            clock, new TimerTriggers(platform.Functions, platform.Services), fail, services.GetRequiredService<ILogger<ServeLoop>>()));
        builder.Services.AddHostedService(services => new EditionWatch(
            platform.Services.GetRequiredService<IServiceScopeFactory>(),
            platform.Services.GetRequiredService<EditionCatalog>(), services.GetRequiredService<ILogger<EditionWatch>>()));
        builder.Services.AddHostedService(services => new ClosedDaysWatch(
            platform.Services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILogger<ClosedDaysWatch>>()));
        builder.Services.AddHostedService(services => new DisruptionsWatch(
            platform.Services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILogger<DisruptionsWatch>>()));
        builder.Services.AddHostedService(services => new WarmUp(
            platform.Services.GetRequiredService<IServiceScopeFactory>(),
            ActivatorUtilities.CreateInstance<Rehearsal>(platform.Services),
            services.GetRequiredService<IHostApplicationLifetime>(), services.GetRequiredService<ILogger<WarmUp>>()));
        var app = builder.Build();
        app.Use(WithHeaders);
        app.Use(OnlyForThisHost);
        app.Use(new FailurePage(app.Services.GetRequiredService<ILogger<FailurePage>>()).InvokeAsync);
        var own = new OperatorMethods();
        app.Use(own.InvokeAsync);
        HttpTriggers.Map(app, platform.Functions, platform.Services);
        platform.Services.GetService<StoreRoutes>()?.Map(app);
        own.Map(app, new OperatorRoutes(platform, clock, platform.Services.GetRequiredService<PageRenderer>()));
        return app;
    }

    /// <summary>Completes when a started app has warmed itself.</summary>
    public static Task WarmAsync(WebApplication app) =>
        app.Services.GetServices<IHostedService>().OfType<WarmUp>().Single().ExecuteTask ?? Task.CompletedTask;

    /// <summary>
    /// Stops it when nothing of it runs any more: only then may the folder that it serves be closed or go. An app that
    /// is only disposed leaves what it does in the background behind.
    /// </summary>
    public static async Task StopAsync(WebApplication app)
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void Limit(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        // What is longer than the app takes is answered by the app, which says so; the server itself says nothing.
        kestrel.Limits.MaxRequestLineSize = 8 * RequestHead.LongestAddress;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 * RequestHead.LongestHeaders;
        kestrel.Limits.MaxRequestHeaderCount = 8 * RequestHead.MostHeaders;
        kestrel.Listen(IPAddress.Loopback, port);
    }

    private static Task WithHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache, no-store";
        return next(context);
    }

    // A page elsewhere whose name was made to lead here must not read what is served.
    private static Task OnlyForThisHost(HttpContext context, RequestDelegate next)
    {
        var host = context.Request.Host.Host;
        if (host.Length == 0 || Hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
            return next(context);
        return Results.Text(
            $"このサーバーには {string.Join(" または ", Hosts)} のアドレスで接続してください。\n", "text/plain; charset=utf-8",
            Encoding.UTF8, StatusCodes.Status400BadRequest).ExecuteAsync(context);
    }
}
