using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Tedori.Programme.Cases;
using Tedori.Tests.Cases;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Workflows;

/// <summary>
/// The meter belongs to the whole process, in which other tests count too: so these look for what they caused.
/// </summary>
public sealed class TelemetrySpecs : IDisposable
{
    private readonly List<(string Name, double Value, string Tags)> seen = [];
    private readonly MeterListener listener = new();
    private readonly Bureau bureau = new();

    public TelemetrySpecs()
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == MetricNames.Meter)
                me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Keep(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Keep(i, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

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
        await bureau.EnterAsync(1);
        Assert.Contains((MetricNames.Filings, 1, "step=entry"), Seen());
    }

    [Fact]
    public async Task Filing_Accepted_CountsItsBytes()
    {
        await bureau.ReleaseAsync(1);
        await bureau.PublishAsync();
        var filing =
            Sample.Web("2025-06-05T09:00:00") with { Files = [Sample.File("書類.pdf") with { Size = 987_654_321 }] };
        bureau.Clock.Now = Tokyo.At("2025-06-05T09:00:00");
        await bureau.Cases.HandleAsync(Sample.CaseId, new CaseCommand.RegisterCompany(bureau.Clock.Now, filing));
        Assert.Contains((MetricNames.Filings, 1, "step=companyRegistration"), Seen());
        Assert.Contains((MetricNames.EvidenceBytes, 987_654_321, ""), Seen());
    }

    [Fact]
    public async Task Refusal_IsCountedByItsCode()
    {
        await bureau.EnterAsync(1);
        await bureau.Cases.HandleAsync(
            Sample.CaseId, new CaseCommand.RegisterCompany(bureau.Clock.Now, Sample.Web(bureau.Clock.Now)));
        Assert.Contains(
            Seen(), m => m.Name == MetricNames.Refusals && m.Tags.StartsWith("code=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "permanent=True")]
    [InlineData(false, "permanent=False")]
    public async Task Mail_NotTaken_IsCountedAsWhatItIs(bool refuses, string tags)
    {
        await bureau.EnterAsync(1);
        (bureau.Mail.Refuses, bureau.Mail.Away) = (refuses, !refuses);
        await Record.ExceptionAsync(
            () => bureau.Notices.SendAsync(new(Sample.CaseId, Programme.Notices.NoticeKind.EntryReceived, 1)));
        Assert.Contains((MetricNames.MailFailed, 1, tags), Seen());
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
        await bureau.EnterAsync(1);
        lock (stopped)
        {
            var span = Assert.Single(stopped.Where(a => a.OperationName == "CaseDesk.Handle").Take(1));
            Assert.Equal(["tedori.subject"], span.Tags.Select(t => t.Key));
        }
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(",", tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
        lock (seen)
            seen.Add((instrument.Name, value, text));
    }

    private List<(string Name, double Value, string Tags)> Seen()
    {
        lock (seen)
            return [.. seen];
    }
}
