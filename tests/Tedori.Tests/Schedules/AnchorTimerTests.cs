using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Testing;
using Tedori.Functions.Schedules;
using Tedori.Tests.Cases;
using Tedori.Tests.Workflows;
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
        var bureau = new Bureau();
        bureau.Clock.Reset(Tokyo.At("2025-11-06T00:10:00"));
        var desk = new AnchorDesk(
            bureau.Records, new CaseRegister(bureau.Records, new EditionShelf(Sample.R7)), bureau.RoundRecords,
            bureau.Cases, new AuditLog(bureau.Records), bureau.Clock);
        var log = new FakeLogger<AnchorTimer>();

        await new AnchorTimer(desk, bureau.Clock, log).RunAsync(new TimerInfo(), CancellationToken.None);

        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Matches("^The anchor of 2025-11-05 is [0-9A-Za-z]+[.]$", line.Message);
    }
}
