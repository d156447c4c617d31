using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Cli.Costs;
using Tedori.Engine.Sqlite;
using Tedori.Local.Records;
using Tedori.Programme;
using Tedori.Season;
using Tedori.Season.Checks;
using Tedori.Season.Reporting;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Season;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Tests.Infrastructure.Costs;

/// <summary>Counts the operations of a season: once without sweeps for the cases, once in its middle for one
/// sweep.</summary>
internal static class CountedSeason
{
    private const long Seed = 1;
    private static readonly Instant Middle = Instant.FromUtc(2026, 1, 15, 0, 0);

    public static async Task<OperationCounts> OfAsync(int entries)
    {
        var (applications, each) = await LivesAsync(entries);
        return new(entries, Seed, applications, each, await SweepAsync(entries));
    }

    /// <summary>What the cases cost, without sweeps.</summary>
    public static async Task<(int Applications, ApplicationCounts Each)> LivesAsync(int entries)
    {
        using var folder = new TemporaryFolder();
        CountingRecords? records = null;
        Func<string, int> mails = _ => 0;
        Func<string, int> files = _ => 0;
        long turns, activities;
        await using (var run = await SeasonRun.OpenAsync(
            new(Sample.R7, entries, Seed, Sweeps: false), folder.Path, CancellationToken.None, set => set with
            {
                Mail = outbox => Counted(set.Mail(outbox), out mails),
                Adjust = services =>
                {
                    records = Count(services);
                    files = Wrap<IEvidenceStore>(services);
                },
            }))
        {
            await run.PlayAsync(new Unwatched(), CancellationToken.None);
            activities = run.Engine.ActivitiesOrdered;
            turns = run.Engine.EventsProcessed - activities;
        }

        var (applications, bytes, days) = await KeptAsync(folder["records.db"]);
        double PerApplication(double total) => Math.Round(total / applications, 2);
        double All(Func<RecordSet, long> count) => PerApplication(Enum.GetValues<RecordSet>().Sum(count));
        return (applications, new(
            PerApplication(turns), PerApplication(activities), All(records!.Reads), All(records.Scans),
            All(records.Rows),
            PerApplication(records.Commits), PerApplication(records.Written), PerApplication(bytes),
            PerApplication(mails(nameof(IMail.SendAsync))), PerApplication(files(nameof(IEvidenceStore.PutAsync))),
            PerApplication(days)));
    }

    private static T Counted<T>(T port, out Func<string, int> calls)
        where T : class
    {
        (port, calls) = CountingProxy<T>.Of(port);
        return port;
    }

    // The last registration of a service is the one that is given.
    private static CountingRecords Count(IServiceCollection services)
    {
        var counting = new CountingRecords();
        services.AddSingleton<IRecords>(s => counting.Of(s.GetRequiredService<SqliteRecords>()));
        return counting;
    }

    private static Func<string, int> Wrap<T>(IServiceCollection services)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        Func<string, int> calls = _ => 0;
        services.AddSingleton(s => Counted((T)(inner.ImplementationInstance ?? inner.ImplementationFactory?.Invoke(s)
            ?? ActivatorUtilities.CreateInstance(s, inner.ImplementationType!)), out calls));
        return name => calls(name);
    }

    private static async Task<SweepCounts> SweepAsync(int entries)
    {
        using var folder = new TemporaryFolder();
        SeasonOptions options = new(Sample.R7, entries, Seed, Middle);
        await PlayedSeason.BeginAsync(folder.Path, Seed, Middle, entries);
        CountingRecords? records = null;
        await using var run = await SeasonRun.OpenAsync(
            options, folder.Path, CancellationToken.None, set =>
                set with { Adjust = services => records = Count(services) });
        var sweeper = run.Services.GetRequiredService<Sweeper>();
        await sweeper.SweepAsync();
        var (all, inSight) = await EntriesAsync(run.Services.GetRequiredService<RoundRecords>());
        var (reads, scans, rows) = (Of(records!.Reads), Of(records.Scans), Of(records.Rows));
        await sweeper.SweepAsync();
        double Per(double count, int of) => Math.Round(count / of, 2);
        return new(
            Per(records.Reads(RecordSet.Cases) - reads.Cases, inSight),
            Per(records.Scans(RecordSet.Cases) - scans.Cases, inSight),
            Per(records.Reads(RecordSet.Rounds) - reads.Rounds, Sample.R7.Rounds.Count),
            Per(records.Scans(RecordSet.Rounds) - scans.Rounds, Sample.R7.Rounds.Count),
            Per(records.Rows(RecordSet.Rounds) - rows.Rounds, all));
    }

    private static (long Cases, long Rounds) Of(Func<RecordSet, long> count) =>
        (count(RecordSet.Cases), count(RecordSet.Rounds));

    private static async Task<(int All, int InSight)> EntriesAsync(RoundRecords rounds)
    {
        var (all, inSight) = (0, 0);
        foreach (var round in Sample.R7.Rounds)
        {
            var entries = await rounds.EntriesAsync(new(Sample.R7.Id, round.Number));
            all += entries.Count;
            inSight += entries.Count(entry => !entry.Entry.Closed);
        }

        return (all, inSight);
    }

    // A lapse may be undone by late post, so a lapsed case stays in sight until the end of the programme.
    private static async Task<(int Applications, long Bytes, double Days)> KeptAsync(string file)
    {
        await using var records = new SqliteRecords(file, Durability.Normal);
        var bytes = 0L;
        foreach (var set in Enum.GetValues<RecordSet>())
        {
            await foreach (var (_, row) in records.ScanAllAsync(set))
                bytes += Encoding.UTF8.GetByteCount(row.Body) + Encoding.UTF8.GetByteCount(row.Key);
        }

        var cases = new List<CaseDossier>();
        await foreach (var dossier in new CaseReader(records).AllAsync())
            cases.Add(dossier);
        var end = cases.Max(dossier => dossier.Events[^1].At);
        var days = cases
            .Sum(c => ((c.State.Outcome == Outcome.Lapsed ? end : c.Events[^1].At) - c.Events[0].At).TotalDays);
        return (cases.Count, bytes, days);
    }
}
