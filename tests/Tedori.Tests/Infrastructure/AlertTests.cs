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
    [InlineData(MetricNames.SweeperAge)]
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

        Assert.All(queries, query => Assert.Matches(@"\| summarize [^|]*\| extend number = (coalesce|iff)\([^|]*$", query));
    }

    private static List<string> Asked() =>
        [.. Regex.Matches(Alerts.Text, "\"(tedori\\.[a-z.]+)\"").Select(match => match.Groups[1].Value).Distinct()];
}
