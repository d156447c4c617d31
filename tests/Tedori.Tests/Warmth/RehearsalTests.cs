using System.Diagnostics.Metrics;
using Tedori.Functions.Composition.Startup;
using Tedori.Functions.Http;
using Tedori.Testing.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Warmth;

public sealed class RehearsalTests
{
    private static readonly AsyncLocal<bool> Here = new();

    [Fact]
    public async Task Rehearsal_OfAnEntry_WalksToTheReceiptAndCountsNothing()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == MetricNames.Meter)
                me.EnableMeasurementEvents(instrument);
        };
        // Other tests count meanwhile, each in a flow of its own.
        listener.SetMeasurementEventCallback<long>((i, _, _, _) => counted.AddRange(Here.Value ? [i.Name] : []));
        listener.Start();
        Here.Value = true;

        var receipts = await RunAsync(new(null));

        Assert.Equal(Rehearsal.Companies, receipts);
        Assert.Empty(counted);
    }

    [Fact]
    public async Task Rehearsal_BehindAnAddressWithTls_WalksToo() =>
        Assert.Equal(Rehearsal.Companies, await RunAsync(new(new Uri("https://tedori.example/"))));

    private static Task<int> RunAsync(PublicAddress address) =>
        new Rehearsal(new EditionCatalog(Sample.R7), address).RunAsync(CancellationToken.None);
}
