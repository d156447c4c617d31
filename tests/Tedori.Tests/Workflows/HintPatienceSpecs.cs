using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Tedori.Programme;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Workflows;

/// <summary>A back end of the orchestrations that does not answer costs a company a second and no more.</summary>
public sealed class HintPatienceSpecs
{
    private readonly TestOffice office = new();
    private readonly CountedTime time = new();
    private readonly FakeLogger<DurableHints> log = new();
    private readonly Mock<DurableTaskClient> client = new("client");
    private readonly TaskCompletionSource<string> away = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Entry_WhoseHintsHang_IsAnsweredAfterTheBoundAndNotBefore()
    {
        Answer(away.Task);

        var answer = Service().ReceiveAsync(TestOffice.First, TestOffice.Form(1), office.Clock.GetCurrentInstant(), "key");
        await HintedAsync(2);
        time.Advance(HintPatience.OfAnswers - TimeSpan.FromMilliseconds(1));
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Sample.CaseId, Assert.IsType<EntryAnswer.Received>(await answer).CaseId);
        Assert.Equal(Step.AwaitingDraw, (await office.CaseAsync(1)).Step);
        Assert.Equal(2, log.Collector.GetSnapshot().Count(
            l => l.Message.EndsWith("nobody waits for it any more.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Entry_WhoseHintsHung_IsWorkedByTheSweeper()
    {
        Answer(away.Task);
        var answer = Service().ReceiveAsync(TestOffice.First, TestOffice.Form(1), office.Clock.GetCurrentInstant(), "key");
        await HintedAsync(2);
        time.Advance(HintPatience.OfAnswers);
        await answer;
        away.SetException(new IOException("The queues are away."));

        client.Invocations.Clear();
        Answer(Task.FromResult(""));
        office.Clock.Reset(Tokyo.At("2025-05-19T09:05:00"));
        var report = await Sweeper().SweepAsync();

        Assert.Equal(1, report.Unsent);
        Assert.Contains("r7-01-00001.entryReceived.0001", Started());
    }

    [Fact]
    public async Task Caller_WhoGoesAwayMeanwhile_TakesNoHintAlong()
    {
        Answer(away.Task);
        using var caller = new CancellationTokenSource();
        var hint = Hints().CaseOpenedAsync(Sample.CaseId, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hint);
        client.Verify(c => c.ScheduleNewOrchestrationInstanceAsync(
            nameof(CaseOrchestrator), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(),
            CancellationToken.None));
    }

    private void Answer(Task<string> answer) => client
        .Setup(c => c.ScheduleNewOrchestrationInstanceAsync(
            It.IsAny<TaskName>(), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(),
            It.IsAny<CancellationToken>()))
        .Returns(answer);

    private DurableHints Hints() => new(new() { Client = client.Object }, new HintPatience(time), log);

    private EntryService Service() => new(
        office.Records, office.Get<EntryLanes>(), office.Editions, office.Get<EntryWindows>(), CaseCommandHandler(),
        office.Selected, office.Clock);

    private CaseCommandHandler CaseCommandHandler() =>
        new(office.Records, office.Editions, office.Directory, Hints(), new());

    private Sweeper Sweeper() => new(
        office.Records, office.Editions, office.RoundRecords, office.Rounds, office.Places, new(),
        office.Entries, office.Get<NearIndex>(), office.Selected, CaseCommandHandler(), office.Directory, [], Hints(),
        office.Clock);

    private async Task HintedAsync(int hints)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (time.Timers < hints)
            await Task.Delay(5, patience.Token);
    }

    private IEnumerable<string?> Started() => client.Invocations
        .Select(i => i.Arguments.OfType<StartOrchestrationOptions>().FirstOrDefault()?.InstanceId);

    // Who moves a clock must know that it is waited for.
    private sealed class CountedTime : FakeTimeProvider
    {
        private int timers;

        public int Timers => Volatile.Read(ref timers);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref timers);
            return timer;
        }
    }
}
