using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Tedori.Functions.Azure.Blobs;
using Tedori.Functions.Schedules;
using Tedori.Testing.Cases;
using Tedori.Testing.Schedules;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Azure;

/// <summary>What is watched outside any invocation arrives: as a line for who looks, as a metric for the alarm.</summary>
public sealed class WatchTelemetryTests : IAsyncLifetime
{
    private SentTelemetry sent = null!;

    private FakeInsights Insights => sent.Insights;

    public async Task InitializeAsync() => sent = await SentTelemetry.StartAsync();

    public async Task DisposeAsync() => await sent.DisposeAsync();

    [Fact]
    public async Task Containers_WithoutAPolicy_AreALineAndAMetric()
    {
        var containers = new FakeContainers { Protected = { EvidenceContainers.SealedName } };
        using var check = new ProtectionCheck(containers.Probe(), sent.Log<ProtectionCheck>(), new TickedTime());

        await check.StartAsync(CancellationToken.None);

        await sent.SeeAsync(() => Insights.Lines, line => FakeInsights.Text(line)
            == "The container evidence has no immutability policy: what lies in it could be removed.");
        await sent.SeeAsync(
            () => Insights.Metrics,
            metric => (string)metric["name"]! == MetricNames.EvidenceUnprotected && (double)metric["value"]! == 1);
        await check.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Containers_ThatDoNotAnswer_AreALineAndAMetric()
    {
        using var check = new ProtectionCheck(
            new FakeContainers { Status = 503 }.Probe(), sent.Log<ProtectionCheck>(), new TickedTime());

        await check.StartAsync(CancellationToken.None);

        await sent.SeeAsync(
            () => Insights.Lines, line => FakeInsights.Text(line)
                .StartsWith("The evidence containers do not answer: 503", StringComparison.Ordinal));
        await sent.SeeAsync(
            () => Insights.Metrics, metric => (string)metric["name"]! == MetricNames.EvidenceUnprotected);
        await check.StopAsync(CancellationToken.None);
    }

    // An alarm that was told once only would end by itself.
    [Fact]
    public async Task Containers_AreLookedAtEveryHour()
    {
        var time = new TickedTime();
        var log = new FakeLogger<ProtectionCheck>();
        using var check = new ProtectionCheck(new FakeContainers().Probe(), log, time);
        await check.StartAsync(CancellationToken.None);
        await SeeAsync(() => log.Collector.Count == 2);

        await time.TickAsync();

        await SeeAsync(() => log.Collector.Count == 4);
        Assert.Equal(TimeSpan.FromHours(1), await time.PeriodAsync());
        await check.StopAsync(CancellationToken.None);
        Assert.True(check.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task ClosedDays_ThatCannotBeRead_AreALineAndAMetric()
    {
        var time = new TickedTime();
        var failing = false;
        await using var scopes = new ServiceCollection()
            .AddScoped<ClosedDays>(_ => failing
                ? throw new IOException("The store is away.")
                : new(new MemoryRecords(), new EditionCatalog(Sample.R7)))
            .BuildServiceProvider();
        using var watch = new ClosedDaysWatch(
            scopes.GetRequiredService<IServiceScopeFactory>(), sent.Log<ClosedDaysWatch>(), time);
        await watch.StartAsync(CancellationToken.None);
        failing = true;

        await time.TickAsync();

        await sent.SeeAsync(() => Insights.Lines, line => line.ToJsonString().Contains("closed days could not be read"));
        await sent.SeeAsync(
            () => Insights.Metrics, metric => (string)metric["name"]! == MetricNames.ClosedDaysUnread);
        await watch.StopAsync(CancellationToken.None);
    }

    private static async Task SeeAsync(Func<bool> seen)
    {
        for (var i = 0; i < 300 && !seen(); i++)
            await Task.Delay(100);
        Assert.True(seen());
    }
}
