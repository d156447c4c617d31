using Microsoft.Extensions.DependencyInjection;
using Tedori.Local.Composition;
using Tedori.Programme.Approvals;
using Tedori.Tests.Conformance.Backends;
using Tedori.Workflows.Approvals;

namespace Tedori.Tests.Conformance.App;

/// <summary>The app over its data folder, with its orchestrations on the engine of one machine or in a task hub.</summary>
internal sealed class BulkSite : IAsyncDisposable
{
    private readonly AppOnBackend? app;
    private readonly AsyncServiceScope scope;

    private BulkSite(LocalPlatform platform, AppOnBackend? app)
    {
        (Platform, this.app) = (platform, app);
        scope = platform.Services.CreateAsyncScope();
    }

    public LocalPlatform Platform { get; }

    public static async Task<BulkSite> OnEngineAsync(PlatformOptions options)
    {
        var platform = await LocalPlatform.OpenAsync(options, CancellationToken.None);
        platform.Engine.Start();
        return new(platform, null);
    }

    public static async Task<BulkSite> OnHubAsync(PlatformOptions options, string connectionString, string hub)
    {
        var app = await AppOnBackend.OpenAsync(
            options, register => new AzureStorageBackend(connectionString, hub, register, AppOnBackend.Options));
        return new(app.Platform, app);
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Waits until the proposal is done.</summary>
    public async Task DoneAsync(string proposal, TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        while ((await Get<ProposalService>().FindAsync(proposal, patience.Token))?.State != ProposalState.Done)
            await Task.Delay(20, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await (app?.DisposeAsync() ?? Platform.DisposeAsync());
    }
}
