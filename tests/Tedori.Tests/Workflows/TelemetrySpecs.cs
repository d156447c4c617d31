using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Workflows;

/// <summary>
/// The meter belongs to the whole process, in which other tests count too: so these look for what they caused.
/// </summary>
public sealed class TelemetrySpecs
{
    private readonly TestOffice office = new();

    [Fact]
    public void Instruments_AllOfThem_AreNamedInTheList()
    {
        var instruments = typeof(TedoriMeter).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (Instrument)f.GetValue(null)!);
        Assert.Equal(MetricNames.All.Order(), instruments.Select(i => i.Name).Order());
        var constants = typeof(MetricNames).GetFields().Where(f => f.IsLiteral).Select(
            f => (string)f.GetRawConstantValue()!);
        Assert.Equal(
            constants.Where(n => n.StartsWith("tedori.", StringComparison.Ordinal)).Order(), MetricNames.All.Order());
    }

    [Fact]
    public async Task Entry_Accepted_IsCounted()
    {
        using var filings = new MetricCollector<long>(TedoriMeter.Filings);
        await office.EnterAsync(1);
        AssertCounted(filings, 1, ("step", "entry"));
    }

    [Fact]
    public async Task Filing_Accepted_CountsItsBytes()
    {
        using var filings = new MetricCollector<long>(TedoriMeter.Filings);
        using var bytes = new MetricCollector<long>(TedoriMeter.EvidenceBytes);
        await office.ReleaseAsync(1);
        await office.PublishAsync();
        var filing =
            Sample.Web("2025-06-05T09:00:00") with { Files = [Sample.File("書類.pdf") with { Size = 987_654_321 }] };
        office.Clock.Reset(Tokyo.At("2025-06-05T09:00:00"));
        await office.Cases.HandleAsync(Sample.CaseId, new CaseCommand.RegisterCompany(office.Now, filing));
        AssertCounted(filings, 1, ("step", "companyRegistration"));
        AssertCounted(bytes, 987_654_321);
    }

    [Fact]
    public async Task Refusal_IsCountedByItsCode()
    {
        using var refusals = new MetricCollector<long>(TedoriMeter.Refusals);
        await office.EnterAsync(1);
        await office.Cases.HandleAsync(
            Sample.CaseId, new CaseCommand.RegisterCompany(office.Now, Sample.Web(office.Now)));
        Assert.Contains(refusals.GetMeasurementSnapshot(), m => m.Tags.ContainsKey("code"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mail_NotTaken_IsCountedAsWhatItIs(bool refuses)
    {
        using var failed = new MetricCollector<long>(TedoriMeter.MailFailed);
        await office.EnterAsync(1);
        (office.Mail.Refuses, office.Mail.Away) = (refuses, !refuses);
        await Record.ExceptionAsync(
            () => office.Notices.SendAsync(new(Sample.CaseId, NoticeKind.EntryReceived, 1)));
        AssertCounted(failed, 1, ("permanent", refuses));
    }

    [Fact]
    public async Task Spans_OfACommand_CarryTheCaseAndNothingElse()
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MetricNames.Meter,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        var stopped = new List<Activity>();
        spans.ActivityStopped = activity =>
        {
            lock (stopped)
                stopped.Add(activity);
        };
        ActivitySource.AddActivityListener(spans);
        await office.EnterAsync(1);
        lock (stopped)
        {
            var span = Assert.Single(stopped.Where(a => a.OperationName == "CaseDesk.Handle").Take(1));
            Assert.Equal(["tedori.subject"], span.Tags.Select(t => t.Key));
        }
    }

    private static void AssertCounted(MetricCollector<long> of, long value, params (string Key, object? Value)[] tags) =>
        Assert.Contains(of.GetMeasurementSnapshot(), m => m.Value == value
            && m.MatchesTags([.. tags.Select(t => KeyValuePair.Create(t.Key, t.Value))]));
}
