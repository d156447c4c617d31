using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Testing;
using Tedori.Functions.Schedules;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Anchoring;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Schedules;

public sealed class AnchorTimerTests
{
    // The log is kept apart from the records, and is read by machines and by people of any country.
    [Fact]
    public async Task Anchor_InTheLog_BearsTheDayBeforeAsAnIsoDate()
    {
        var office = new TestOffice();
        office.Clock.Reset(Tokyo.At("2025-11-06T00:10:00"));
        var service = new AnchorService(
            office.Records, new CaseRegister(office.Records, new EditionCatalog(Sample.R7)), office.RoundRecords,
            office.Cases, new AuditLog(office.Records), office.Clock, new FakeLogger<AnchorService>());
        var log = new FakeLogger<AnchorTimer>();

        await new AnchorTimer(service, office.Clock, log).RunAsync(new TimerInfo(), CancellationToken.None);

        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Matches("^The anchor of 2025-11-05 is [0-9A-Za-z]+[.]$", line.Message);
    }
}
