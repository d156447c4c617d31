using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine;
using Tedori.Engine.Sqlite;
using Tedori.Local.Composition;
using Tedori.Local.Records;
using Tedori.Programme;
using Tedori.Programme.Approvals;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Approvals;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Conformance.App;

/// <summary>
/// The app with one published round and one proposal about its winners, in a process of its own that approves it and dies
/// in the middle of doing it: killed, before a verdict of the next action is kept.
/// </summary>
/// <param name="folder">Where everything is kept.</param>
/// <param name="connectionString">The storage of the task hub; empty for the engine of one machine.</param>
/// <param name="hub">Name of the task hub.</param>
internal sealed class KilledBulk(string folder, string connectionString, string hub)
{
    public const string Proposal = "p1";

    private const string Before = "p0";

    private const int Places = 2_500;

    private static readonly Edition Edition = LaterEdition.Read() is var edition
        ? edition with { Rounds = [.. edition.Rounds.Select(r => r with { Places = Places })] }
        : null!;

    private string Answered => Path.Combine(folder, "answered.txt");

    /// <summary>How long each approval took to answer, in milliseconds.</summary>
    public IReadOnlyList<string> AnsweredAfter => [.. File.ReadLines(Answered)];

    /// <summary>Makes a round with so many winners, of whom no orchestration knows, and a proposal about them.</summary>
    public async Task PrepareAsync(int winners, IReadOnlyList<ProposedAction> actions)
    {
        var time = new VirtualTimeline(AppOnBackend.At("2053-05-19T09:00:00"));
        await using var platform = await LocalPlatform.OpenAsync(
            Options(time) with { Hints = _ => new RecordingHints([]) }, CancellationToken.None);
        await using var scope = platform.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var rounds = services.GetRequiredService<RoundService>();
        await rounds.AdvanceAsync(AppOnBackend.First);
        for (var n = 1; n <= winners; n++)
            await services.GetRequiredService<EntryService>().ReceiveAsync(
                AppOnBackend.First, Form(n), time.GetCurrentInstant(), $"key-{n}");
        foreach (var at in (string[])["2053-05-23T17:02:00", "2053-05-23T17:32:00", "2053-05-26T10:00:00"])
        {
            time.AdvanceTo(AppOnBackend.At(at));
            await rounds.AdvanceAsync(AppOnBackend.First);
        }

        Assert.Null(await rounds.ReleaseAsync(AppOnBackend.First, Sample.Two));
        for (int? page = 0; page is { } next;)
            page = await services.GetRequiredService<Publication>().PublishAsync(AppOnBackend.First, next);
        for (var n = 1; n <= winners; n++)
            await DeliverAsync(services, new(AppOnBackend.First, n));
        await ProposeAsync(services, Before, [new ProposedAction.RevokeLinks(new(AppOnBackend.First, 1), 1)]);
        await ProposeAsync(services, Proposal, actions);
    }

    /// <summary>Opens the app, on its engine or over its task hub, at the time of the approval.</summary>
    public Task<BulkSite> OpenAsync(int killedAfter = int.MaxValue)
    {
        var options = Options(new VirtualTimeline(AppOnBackend.At("2053-05-26T11:00:00"))) with
        {
            Adjust = services => services.AddSingleton<IRecords>(
                s => new KillingRecords(s.GetRequiredService<SqliteRecords>(), killedAfter)),
        };
        return connectionString.Length == 0
            ? BulkSite.OnEngineAsync(options)
            : BulkSite.OnHubAsync(options, connectionString, hub);
    }

    /// <summary>Approves, and dies when so many verdicts were kept.</summary>
    public async Task RunAsync(int killedAfter)
    {
        await using var site = await OpenAsync(killedAfter);
        // Who approves does so in a process that has served before: what a first call compiles and connects is not counted.
        await site.Get<ProposalService>().ApproveAsync(Before, ActingOffice.Endo);
        await site.DoneAsync(Before, TimeSpan.FromMinutes(1));
        var clock = Stopwatch.StartNew();
        await site.Get<ProposalService>().ApproveAsync(Proposal, ActingOffice.Endo);
        await File.AppendAllTextAsync(
            Answered, string.Create(CultureInfo.InvariantCulture, $"{clock.ElapsedMilliseconds}\n"));
        // Until it is killed. A hint that a busy machine lost is given again, as the office's sweeper does.
        while (true)
        {
            await site.Get<Sweeper>().SweepAsync();
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task ProposeAsync(
        IServiceProvider services, string id, IReadOnlyList<ProposedAction> actions) => Assert.Null(
        (await services.GetRequiredService<ProposalService>().ProposeAsync(
            id, actions, "大雨のため", ActingOffice.Ito)).Refusal);

    // What was written before is not what is measured.
    private static async Task DeliverAsync(IServiceProvider services, CaseId id)
    {
        foreach (var listed in await services.GetRequiredService<NoticeRepetition>().OfCaseAsync(id))
            await services.GetRequiredService<NoticeService>().SendAsync(listed.Notice.Id);
    }

    private PlatformOptions Options(VirtualTimeline time) => new()
    {
        Folder = Path.Combine(folder, "data"),
        Timeline = time,
        Editions = [Edition],
        Durability = Durability.Normal,
        BeaconSeed = 1,
        HintPatience = new(TimeProvider.System),
    };

    private static EntryForm Form(int n) => new(
        $"株式会社見本{n}", null, "見本 太郎", "東京都千代田区飯田橋1-1-1", 25, "見本 花子", "hanako@example.jp", "03-0000-0000");
}
