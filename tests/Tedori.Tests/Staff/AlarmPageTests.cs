using Microsoft.Extensions.DependencyInjection;
using Tedori.Local.Mail;
using Tedori.Testing.Cases;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Alarms;

namespace Tedori.Tests.Staff;

/// <summary>One machine as it is served, whose office forgot the second round: it closed on 20 June 2025.</summary>
public sealed class AlarmPageTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task Today_WithAnAlarm_SaysItInALineWithItsPage_AndTheOutboxHasOneMail()
    {
        await served.AdvanceToAsync(Tokyo.At("2025-06-25T10:00:00"));
        await LookAsync();
        await served.AdvanceToAsync(Tokyo.At("2025-06-25T10:12:00"));
        await LookAsync();
        using var ito = await StaffClient.SignInAsync(served, "dev-ito");

        var page = await ito.PageAsync("/staff");

        var line = page.QuerySelectorAll("tbody tr").Single(
            r => r.TextContent.Contains("第2回の結果通知の遅れのおそれ", StringComparison.Ordinal));
        Assert.Equal("/staff/rounds#r7-02", line.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("3営業日目(6月25日(水))", line.TextContent, StringComparison.Ordinal);
        Assert.Matches("警報: [1-9]件あります\\([0-9]+分前に確認しました\\)。", page.Body!.TextContent);
        // The served clock runs the timer too: it is the same mail.
        var mail = Assert.Single(
            served.Services.GetRequiredService<Outbox>().Newest(0, 50, "alarm-"),
            m => m.NoticeId.Contains("results", StringComparison.Ordinal));
        Assert.Equal("alarm-20250625-results-r7-02", mail.NoticeId);
        Assert.Contains("http://tedori.test/staff/rounds#r7-02", mail.Text, StringComparison.Ordinal);
    }

    private Task<bool> LookAsync() => served.AskAsync<OfficeAlarms, bool>(async alarms =>
    {
        await alarms.LookAsync();
        return true;
    });
}
