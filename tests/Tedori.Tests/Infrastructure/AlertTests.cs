using System.Text.Json;
using System.Text.RegularExpressions;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Infrastructure;

public sealed class AlertTests
{
    private static readonly BicepFile Alerts = BicepFile.Module("alerts");

    [Fact]
    public void Alerts_AskOnlyForInstrumentsOfTheMeter()
    {
        var asked = Asked();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(MetricNames.All));
    }

    [Theory]
    [InlineData(MetricNames.InstancesFailed)]
    [InlineData(MetricNames.Sweeps)]
    [InlineData(MetricNames.CanaryMissed)]
    [InlineData(MetricNames.ResultsLate)]
    [InlineData(MetricNames.MailSilent)]
    [InlineData(MetricNames.MailFailed)]
    [InlineData(MetricNames.ReconciliationFindings)]
    public void Alerts_WhatMustNotGoUnnoticed_HasOne(string instrument) => Assert.Contains(instrument, Asked());

    [Fact]
    public void Alerts_EveryQuery_GivesOneNumberAlsoWhereNothingWasReported()
    {
        var queries = Regex.Matches(Alerts.Text, "query: '([^']*)'").Select(match => match.Groups[1].Value).ToList();

        Assert.All(queries, query => Assert.Matches(
            @"^\$\{lines\} \| where name [^|]*\| summarize [^|]*\| extend number = (coalesce|iff)\([^|]*$", query));
    }

    // Sampling drops lines, and a dropped line is an alarm that stays silent.
    [Fact]
    public void Alerts_TheLinesTheyRead_AreNotSampled()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Of("host.json")));
        var sampling = host.RootElement.GetProperty("logging").GetProperty("applicationInsights")
            .GetProperty("samplingSettings");

        Assert.Contains("Trace", sampling.GetProperty("excludedTypes").GetString()!.Split(';'));
    }

    private static List<string> Asked() =>
        [.. Regex.Matches(Alerts.Text, "\"(tedori\\.[a-z.]+)\"").Select(match => match.Groups[1].Value).Distinct()];
}
