using Microsoft.Extensions.DependencyInjection;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Schedules;

/// <summary>What is kept only for a time goes at night, on the engine of one machine.</summary>
public sealed class QuarantineTimerTests
{
    [Fact]
    public async Task Run_AWeekLater_DropsTheCanaryThatFired()
    {
        await using var platform = await TimedPlatform.OpenAsync();
        await platform.RunAtAsync("2025-05-01T11:00:00");
        await platform.RunAtAsync("2025-05-01T12:00:00");
        var first = InstanceNames.OfCanary(Tokyo.At("2025-05-01T11:30:00"));
        Assert.True((await platform.Client.GetInstanceAsync(first))!.IsCompleted);

        await platform.RunAtAsync("2025-05-08T03:39:59");
        await platform.RunAtAsync("2025-05-08T03:40:00");
        Assert.NotNull(await platform.Client.GetInstanceAsync(first));

        await platform.RunAtAsync("2025-05-09T03:40:00");
        Assert.Null(await platform.Client.GetInstanceAsync(first));
        var young = InstanceNames.OfCanary(Tokyo.At("2025-05-08T04:30:00"));
        Assert.True((await platform.Client.GetInstanceAsync(young))!.IsCompleted);
    }

    [Fact]
    public async Task Run_AWeekLater_DropsTheNoticeThatArrivedAndKeepsItsCase()
    {
        await using var platform = await TimedPlatform.OpenAsync();
        await platform.RunAtAsync("2025-05-19T09:00:00");
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<DurableClientAccessor>().Client = platform.Client;
            var service = scope.ServiceProvider.GetRequiredService<EntryService>();
            Assert.IsType<EntryAnswer.Received>(
                await service.ReceiveAsync(TestOffice.First, Sample.Form, platform.Now, "key-1"));
        }

        const string notice = "r7-01-00001.entryReceived.0001";
        await platform.RunAtAsync("2025-05-19T09:30:00");
        Assert.True((await platform.Client.GetInstanceAsync(notice))!.IsCompleted);

        await platform.RunAtAsync("2025-05-27T03:40:00");

        Assert.Null(await platform.Client.GetInstanceAsync(notice));
        Assert.NotNull(await platform.Client.GetInstanceAsync("r7-01-00001"));
        var records = platform.Services.GetRequiredService<IRecords>();
        Assert.NotNull(await records.ReadAsync(CaseRows.Ledger(NoticeId.Parse(notice))));
    }

    [Fact]
    public async Task Run_AWeekLater_DropsTheWorkOnManyCasesThatIsDone()
    {
        await using var platform = await TimedPlatform.OpenAsync();
        await using (var scope = platform.Services.CreateAsyncScope())
        {
            var service = scope.ServiceProvider.GetRequiredService<ProposalService>();
            await service.ProposeAsync(
                "p1", [new ProposedAction.ChangeClosedDay(Tokyo.Day("2025-06-04"), true, "臨時閉庁")], "試験",
                ActingOffice.Ito);
            Assert.Null((await service.ApproveAsync("p1", ActingOffice.Endo)).Refusal);
        }

        await platform.RunAtAsync("2025-05-01T10:30:00");
        Assert.True((await platform.Client.GetInstanceAsync("bulk-proposal-p1"))!.IsCompleted);

        await platform.RunAtAsync("2025-05-09T03:40:00");

        Assert.Null(await platform.Client.GetInstanceAsync("bulk-proposal-p1"));
    }
}
