using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Engine;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Programme.Serialization;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Tests.Conformance.Backends;
using Tedori.Workflows.Canary;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Durable;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Tests.Conformance.App;

/// <summary>The app's orchestrators and activities, from an entry to the end of a round and of a case.</summary>
public abstract class ProgrammeSpecs(BackendKind kind, HubEmulator? emulator) : BackendSpecs(kind, emulator)
{
    private static readonly string RoundInstance = InstanceNames.Of(AppOnBackend.First);

    [SkippableFact]
    public async Task Round_FromItsOpeningToTheResult_RunsThrough()
    {
        using var folder = new TemporaryFolder();
        await using var app = await OpenAsync(folder.Path, new VirtualTimeline(AppOnBackend.At("2053-05-19T09:00:00")));
        await app.Hints.RoundOpenedAsync(AppOnBackend.First);
        await PhaseAsync(app, RoundPhase.Open);
        var cases = new[] { await app.EnterAsync(1), await app.EnterAsync(2) };
        foreach (var entered in cases)
        {
            await MailedAsync(app, $"{entered}.entryReceived.0001");
            await StepAsync(app, entered, Step.AwaitingDraw);
        }

        await SeenAsync(app, cases[0]);

        await LaterAsync(app, "2053-05-23T17:02:00", RoundPhase.Sealed);
        await LaterAsync(app, "2053-05-23T17:32:00", RoundPhase.Drawn);
        app.Set("2053-05-26T10:00:00");
        Assert.Null(await app.Get<RoundService>().ReleaseAsync(AppOnBackend.First, Sample.Two));
        Assert.Equal(RoundPhase.Published, await app.Backend.OutputAsync<RoundPhase>(RoundInstance));
        foreach (var won in cases)
            await StepAsync(app, won, Step.CompanyRegistration);
        await SeenAsync(app, cases[0]);

        app.Set("2053-08-01T09:00:00");
        await app.Hints.CaseChangedAsync(cases[0]);
        Assert.Equal(Outcome.Lapsed, await app.Backend.OutputAsync<Outcome?>(cases[0].ToString()));
        await SeenAsync(app, cases[0]);
    }

    [SkippableFact]
    public async Task Canary_Due_IsRecordedInTime()
    {
        using var folder = new TemporaryFolder();
        var clock = RunningTimeline.FromSystemClock();
        await using var app = await OpenAsync(folder.Path, clock);
        var due = Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds() + 3);
        var planted = new CanaryRow(due, clock.GetCurrentInstant(), null, false);
        await app.Platform.Records.CommitAsync(
            RecordSet.Office, "canary", [new Write.Insert(CanaryId.Of(due), TedoriJson.Write(planted))]);
        await app.Hints.CanaryPlantedAsync(due);
        Assert.True(await app.Backend.OutputAsync<bool>(InstanceNames.OfCanary(due)));
    }

    /// <summary>Looks at a case that rests: after its entry, after the result, and when it has ended.</summary>
    private protected virtual Task SeenAsync(AppOnBackend app, CaseId id) => Task.CompletedTask;

    private Task<AppOnBackend> OpenAsync(string folder, ITimeline timeline) => AppOnBackend.OpenAsync(
        folder, timeline, register => Make(register, AppOnBackend.Options, TimeSpan.FromSeconds(60)));

    private static async Task LaterAsync(AppOnBackend app, string tokyo, RoundPhase phase)
    {
        app.Set(tokyo);
        await app.Hints.RoundChangedAsync(AppOnBackend.First);
        await PhaseAsync(app, phase);
    }

    private static Task<OrchestrationMetadata> PhaseAsync(AppOnBackend app, RoundPhase phase) =>
        app.Backend.UntilAsync(RoundInstance, m => m.ReadCustomStatusAs<RoundAdvanced>()?.Phase == phase);

    private static Task<OrchestrationMetadata> StepAsync(AppOnBackend app, CaseId id, Step step) =>
        app.Backend.UntilAsync(id.ToString(), m => m.ReadCustomStatusAs<Advanced>()?.Step == step);

    private static async Task MailedAsync(AppOnBackend app, string notice)
    {
        Assert.Equal(NoticeState.Delivered, await app.Backend.OutputAsync<NoticeState>(notice));
        Assert.NotNull(app.Platform.Outbox.Find(notice));
    }
}
