using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using Tedori.Functions.Composition.Startup;
using Tedori.Functions.Http;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Listings;
using Tedori.Testing.Office;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Warmth;

public sealed class WarmUpTests : IDisposable
{
    private readonly TestOffice office = new();
    private readonly CancellationTokenSource started = new();

    [Fact]
    public async Task WarmUp_WhereTheStoreIsAwayAtFirst_ReadsTheCasesOnceItIsBack()
    {
        for (var n = 1; n <= 3; n++)
            await office.EnterAsync(n);
        var records = new SlowRecords(office.Records) { Failures = 3 };
        await using var services = Compose(records);
        using var warmUp = Of(services);

        await warmUp.StartAsync(CancellationToken.None);
        Assert.Equal(0, records.Scans);
        await started.CancelAsync();
        await warmUp.ExecuteTask!.WaitAsync(Patience.Limit);

        Assert.Equal(3 + Sample.R7.Rounds.Count, records.Scans);
        await using var scope = services.CreateAsyncScope();
        Assert.Equal(3, (await scope.ServiceProvider.GetRequiredService<CaseDirectory>().AllAsync(new())).Count);
        Assert.Equal(3 + Sample.R7.Rounds.Count, records.Scans);
    }

    [Fact]
    public async Task WarmUp_StoppedWhileTheStoreIsAway_Ends()
    {
        var records = new SlowRecords(office.Records) { Failures = int.MaxValue };
        await using var services = Compose(records);
        using var warmUp = Of(services);

        await warmUp.StartAsync(CancellationToken.None);
        await started.CancelAsync();
        await records.FirstScan.WaitAsync(Patience.Limit);
        await warmUp.StopAsync(CancellationToken.None).WaitAsync(Patience.Limit);

        Assert.True(warmUp.ExecuteTask!.IsCompletedSuccessfully);
    }

    public void Dispose() => started.Dispose();

    private WarmUp Of(ServiceProvider services)
    {
        var lifetime = new Mock<IHostApplicationLifetime>();
        lifetime.Setup(l => l.ApplicationStarted).Returns(started.Token);
        return new(
            services.GetRequiredService<IServiceScopeFactory>(),
            new(new EditionCatalog(Sample.R7), new PublicAddress(null)), lifetime.Object, NullLogger<WarmUp>.Instance)
        {
            Shortest = TimeSpan.FromMilliseconds(1),
        };
    }

    private ServiceProvider Compose(IRecords records)
    {
        var services = new ServiceCollection();
        services.AddSingleton(records).AddSingleton<IClock>(office.Clock).AddSingleton(new EditionCatalog(Sample.R7));
        services.AddSingleton(new DirectoryMirror(reload: null)).AddScoped<CaseDirectory>();
        return services.BuildServiceProvider();
    }
}
