using System.Text.RegularExpressions;
using Tedori.Workflows.Telemetry;

namespace Tedori.Tests.Infrastructure;

/// <summary>What the alarms ask, as Azure Monitor would be given it.</summary>
public sealed class AlertTests
{
    private static readonly ArmTemplate Alerts = Compiled.Module("alerts");

    internal static IReadOnlyList<string> Queries { get; } =
        [.. Alerts.Variable("alarms").EnumerateArray().Select(alarm => alarm.GetProperty("query").GetString()!)];

    internal static IReadOnlyList<string> Asked { get; } =
        [.. Queries.SelectMany(query => Regex.Matches(query, "\"(tedori\\.[a-z.]+)\"")).Select(m => m.Groups[1].Value)
            .Distinct()];

    [Fact]
    public void Alerts_AskOnlyForInstrumentsOfTheMeter()
    {
        Assert.NotEmpty(Asked);
        Assert.Empty(Asked.Except(MetricNames.All));
    }

    [Theory]
    [InlineData(MetricNames.InstancesFailed)]
    [InlineData(MetricNames.Sweeps)]
    [InlineData(MetricNames.CanaryMissed)]
    [InlineData(MetricNames.ResultsLate)]
    [InlineData(MetricNames.MailSilent)]
    [InlineData(MetricNames.MailFailed)]
    [InlineData(MetricNames.ReconciliationFindings)]
    [InlineData(MetricNames.EvidenceUnprotected)]
    [InlineData(MetricNames.ClosedDaysUnread)]
    [InlineData(MetricNames.DisruptionsUnread)]
    [InlineData(MetricNames.EditionsUnread)]
    [InlineData(MetricNames.AnchorRowsUnread)]
    [InlineData(MetricNames.ResultsAtRisk)]
    [InlineData(MetricNames.MailUndelivered)]
    [InlineData(MetricNames.AlarmsUnsent)]
    public void Alerts_WhatMustNotGoUnnoticed_HasOne(string instrument) => Assert.Contains(instrument, Asked);

    // A line of the log that belongs to no invocation may never arrive: no table of logs is read, only that of metrics.
    [Fact]
    public void Alerts_EveryQuery_ReadsMetricsAndNoLogAndGivesOneNumberAlsoWhereNothingWasReported() =>
        Assert.All(Queries, query =>
        {
            Assert.Matches(
                "^customMetrics \\| where name (== \"[a-z.]+\"|in \\(\"[a-z.]+\"(, \"[a-z.]+\")*\\)) "
                + @"\| summarize [^|]*\| extend number = (coalesce|iff)\([^|]*$", query);
            Assert.DoesNotMatch(@"\b(traces|exceptions|requests|dependencies|customEvents|App\w+|union)\b", query);
        });

    [Fact]
    public void Alerts_EachAlarm_IsARuleThatTellsTheActionGroup()
    {
        var rule = Alerts.Single("Microsoft.Insights/scheduledQueryRules");

        Assert.Equal("[length(variables('alarms'))]", rule.Count);
        Assert.Equal("True", rule.Property("enabled"));
        Assert.Equal("[parameters('insightsId')]", Assert.Single(rule.Properties.GetProperty("scopes")
            .EnumerateArray()).GetString());
        var criterion = Assert.Single(rule.Properties.GetProperty("criteria").GetProperty("allOf").EnumerateArray());
        Assert.Equal("[variables('alarms')[copyIndex()].query]", criterion.GetProperty("query").GetString());
        Assert.Equal("[variables('alarms')[copyIndex()].above]", criterion.GetProperty("threshold").GetString());
        Assert.Equal("number", criterion.GetProperty("metricMeasureColumn").GetString());
        Assert.Contains(
            "'Microsoft.Insights/actionGroups'", rule.Property("actions"), StringComparison.Ordinal);
    }

    [Fact]
    public void Alarms_GoToEveryAddress()
    {
        var receivers = Alerts.Single("Microsoft.Insights/actionGroups").Property("copy");

        Assert.Contains("[length(parameters('addresses'))]", receivers, StringComparison.Ordinal);
        Assert.Equal(
            "[split(parameters('alarmAddresses'), ',')]",
            Compiled.Main.Modules.Single(module => module.Name == "alerts").Given["addresses"]);
    }
}
