using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tedori.Functions.Durable;
using Tedori.Functions.Settings;
using Tedori.Workflows.Durable;

namespace Tedori.Functions.Composition;

/// <summary>The app as the Functions host starts it.</summary>
internal static class TedoriApp
{
    /// <summary>Composes it from its settings.</summary>
    /// <param name="args">What the host starts the worker with.</param>
    /// <param name="adjust">What a test puts in before: settings, and what only the host can give.</param>
    /// <exception cref="SettingsException">Settings or programme files do not hold; every fault is named.</exception>
    public static async Task<IHost> BuildAsync(string[] args, Action<FunctionsApplicationBuilder>? adjust = null)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<DurableClientMiddleware>();
        builder.Services.Configure<DurableTaskWorkerOptions>(
            o => o.MaximumTimerInterval = DurableTimers.MaximumInterval);
        adjust?.Invoke(builder);
        var settings = SettingsReader.Read(builder.Configuration);
        builder.Services.AddAzurePlatform(settings);
        var app = builder.Build();
        try
        {
            await app.Services.ReadEditionsAsync(settings);
            return app;
        }
        catch
        {
            app.Dispose();
            throw;
        }
    }
}
