using System.Diagnostics;
using System.Globalization;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Cases;
using Tedori.Testing;
using Tedori.Testing.Data;
using Tedori.Tests.Conformance.Backends;
using Tedori.Tests.Engine;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Sweeping;
using Xunit.Abstractions;

namespace Tedori.Tests.Conformance.App;

/// <summary>
/// What two people decided about many cases is done once for each, wherever its process is killed. With TEDORI_SOAK=1 at
/// the sizes of an office at its busiest.
/// </summary>
[Collection(HubTestGroup.Name)]
public sealed class KilledBulkTests(HubEmulator emulator, ITestOutputHelper output) : IDisposable
{
    private static readonly bool Soak = Environment.GetEnvironmentVariable("TEDORI_SOAK") == "1";
    private static readonly TimeSpan Limit = Patience.Limit;
    private static readonly Step Step = Step.CompanyRegistration;
    private static readonly NodaTime.LocalDate Date = new(2053, 6, 19);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public Task Proposals_OnTheEngine_AreDoneOnce() => ProposalsAsync("");

    [SkippableFact]
    public Task Proposals_OnAzureStorage_AreDoneOnce() => ProposalsAsync(emulator.ConnectionString);

    [Fact]
    public Task Extension_OnTheEngine_IsDoneOnce() => ExtensionAsync("");

    [SkippableFact]
    public Task Extension_OnAzureStorage_IsDoneOnce() => ExtensionAsync(emulator.ConnectionString);

    public void Dispose() => folder.Dispose();

    private Task ProposalsAsync(string connectionString)
    {
        var count = Soak ? 500 : 60;
        return RunAsync(connectionString, count, count,
            [.. Cases(count).Select(id => new ProposedAction.ExtendCase(id, Step, Date, "災害のため: 大雨"))]);
    }

    private Task ExtensionAsync(string connectionString)
    {
        var count = Soak ? 2_000 : 120;
        return RunAsync(connectionString, count, count / ExtensionActions.PartSize,
            [new ProposedAction.ExtendRound(AppOnBackend.First, Step, Date, null, "災害のため: 大雨")]);
    }

    private async Task RunAsync(
        string connectionString, int winners, int verdicts, IReadOnlyList<ProposedAction> actions)
    {
        var hub = TaskHubs.NewName();
        var app = new KilledBulk(folder.Path, connectionString, hub);
        await app.PrepareAsync(winners, actions);
        var kills = Soak || connectionString.Length == 0 ? 2 : 1;
        for (var kill = 1; kill <= kills; kill++)
            await KillAsync(connectionString, hub, after: verdicts / 3);
        await using var site = await app.OpenAsync();
        var clock = Stopwatch.StartNew();
        await site.Get<Sweeper>().SweepAsync();
        await site.DoneAsync(KilledBulk.Proposal, Limit);
        output.WriteLine($"answered after {string.Join(", ", app.AnsweredAfter)} ms, done {clock.Elapsed} after the last restart");
        await CheckAsync(site, winners, actions.Count);
    }

    private async Task KillAsync(string connectionString, string hub, int after)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])["exec", typeof(CrashChild).Assembly.Location, "bulk", folder.Path, connectionString, hub,
            after.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Limit);
        var errors = child.StandardError.ReadToEndAsync(patience.Token);
        await child.WaitForExitAsync(patience.Token);
        Assert.True(child.ExitCode == 128 + 9, $"{child.ExitCode}: {await errors}");
    }

    private static async Task CheckAsync(BulkSite site, int winners, int actions)
    {
        var verdicts = await site.Get<ProposalService>().VerdictsAsync(KilledBulk.Proposal);
        Assert.Equal(Enumerable.Range(1, actions), verdicts.Select(v => v.Number));
        Assert.All(verdicts, v => Assert.Null(v.Refusal));
        foreach (var id in Cases(winners))
        {
            var events = new List<CaseEvent>();
            await foreach (var (_, e) in site.Get<CaseHistory>().SinceAsync(id, 0))
                events.Add(e);
            Assert.Single(events.OfType<CaseEvent.CutoffExtended>());
        }
    }

    private static IEnumerable<CaseId> Cases(int count) =>
        Enumerable.Range(1, count).Select(n => new CaseId(AppOnBackend.First, n));
}
