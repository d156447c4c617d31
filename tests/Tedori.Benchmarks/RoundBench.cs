using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine.Sqlite;
using Tedori.Local.Composition;
using Tedori.Local.Data;
using Tedori.Local.Serve;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Programme.Serialization;
using Tedori.Programme.Signing;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Benchmarks;

/// <summary>
/// One large round through the records of one machine: entered, sealed, drawn, released and published by the round's
/// own orchestration, then read as staff and companies read it. Mails stay in the outbox of each case.
/// </summary>
internal sealed class RoundBench : IAsyncDisposable
{
    private static readonly RoundId Round = new("r7", 1);
    private static readonly Signatures Two = new(new("proposer", "起案者"), new("approver", "承認者"));

    private readonly LocalPlatform platform;
    private readonly ServeClock clock;
    private readonly Edition edition;
    private readonly AsyncServiceScope scope;
    private readonly int entries;
    private readonly TextWriter output;
    private readonly Action<string> say;
    private CountedRecords? records;

    private RoundBench(
        LocalPlatform platform, ServeClock clock, Edition edition, int entries, TextWriter output, Action<string> say)
    {
        (this.platform, this.clock, this.edition) = (platform, clock, edition);
        (this.entries, this.output, this.say) = (entries, output, say);
        scope = platform.Services.CreateAsyncScope();
    }

    /// <summary>Writes a line of JSON for each phase; the exit code is 1 where an entry was not told its result.</summary>
    public static async Task<int> RunAsync(
        int entries, bool seeded, TextWriter output, Action<string> say, CancellationToken cancellation)
    {
        var folder = BenchFolder.NewPath();
        DataFolder.Open(folder).Dispose();
        try
        {
            await using (var office = await OpenAsync(folder, entries, output, say, cancellation))
                await office.PlayAsync(seeded, cancellation);
            await using var restarted = await OpenAsync(folder, entries, output, say, cancellation);
            return await restarted.ReadAsync(seeded, cancellation) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await platform.DisposeAsync();
    }

    private static async Task<RoundBench> OpenAsync(
        string folder, int entries, TextWriter output, Action<string> say, CancellationToken cancellation)
    {
        var edition = EditionReader.R7();
        var clock = ServeClock.Open(folder, EntryWindow.Of(edition, edition.Round(Round.Number)).Opens);
        CountedRecords? counted = null;
        var platform = await LocalPlatform.OpenAsync(
            new()
            {
                Folder = folder,
                Timeline = clock.Timeline,
                Editions = [edition],
                BeaconSeed = 1,
                Durability = Durability.Full,
                Hints = hints => new RoundHints(hints),
                Adjust = services => services.AddSingleton<IRecords>(
                    all => counted ??= new(all.GetRequiredService<Local.Records.SqliteRecords>())),
            }, cancellation);
        platform.Engine.Start();
        return new(platform, clock, edition, entries, output, say) { records = counted };
    }

    private async Task PlayAsync(bool seeded, CancellationToken cancellation)
    {
        await Get<Sweeper>().RearmAsync(cancellation);
        await IdleAsync(cancellation);
        await (seeded
            ? PhaseAsync("entries written without their cases", () => SeedAsync(cancellation))
            : PhaseAsync("entered, each in a case of its own", () => EnterAsync(cancellation)));
        var window = EntryWindow.Of(edition, edition.Round(Round.Number));
        await PhaseAsync("sealed", () => UntilAsync(window.Closes + edition.Windows.Drain, RoundPhase.Sealed, cancellation));
        var due = (await StateAsync(cancellation)).BeaconDue!.Value;
        await PhaseAsync("drawn", () => UntilAsync(due, RoundPhase.Drawn, cancellation));
        if (!seeded)
            await PhaseAsync("released and published", () => PublishAsync(cancellation));
    }

    // By a process that has just started, as companies and staff then read it.
    private async Task<bool> ReadAsync(bool seeded, CancellationToken cancellation)
    {
        await PhaseAsync("published file", () => WriteFileAsync(cancellation));
        await PhaseAsync("proof of one entry, a thousand times", () => ProveAsync(cancellation));
        await PhaseAsync("pairs that look like one company", () => Get<NearMatches>().OfAsync(Round, 500, cancellation));
        await PhaseAsync("their keys kept", () => Get<NearIndex>().KeepAsync(Round, entries, cancellation));
        await PhaseAsync("pairs by the keys that are kept", () => Get<NearMatches>().OfAsync(Round, 500, cancellation));
        if (seeded)
            return await IsAtAsync(RoundPhase.Drawn, cancellation);
        await PhaseAsync("first page of the list of cases", () => ListAsync(cancellation));
        await PhaseAsync("sweep", () => Get<Sweeper>().SweepAsync(cancellation));
        return await CheckAsync(cancellation);
    }

    private async Task PhaseAsync(string phase, Func<Task> work)
    {
        say(phase);
        BenchFolder.ResetPeak();
        var (commits, rows) = (records?.Commits ?? 0, records?.Rows ?? 0);
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        var (seconds, busy) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
        await output.WriteLineAsync(TedoriJson.Write(new RoundBenchResult(
            phase, entries, Math.Round(seconds.TotalSeconds, 2), Math.Round(busy.TotalSeconds, 2), BenchFolder.PeakMiB(),
            records!.Commits - commits, records.Rows - rows)));
        await output.FlushAsync();
    }

    private Task EnterAsync(CancellationToken cancellation) => new RoundCompanies(clock.Now).EnterAsync(
        Get<EntryService>(), Round, entries, done => SayEvery(done, entries, "entered"), cancellation);

    private Task SeedAsync(CancellationToken cancellation) => new RoundSeed(Get<IRecords>(), Round).WriteAsync(
        new RoundCompanies(clock.Now).Entries(entries), done => SayEvery(done, entries, "written"), cancellation);

    private void SayEvery(int done, int of, string what)
    {
        if (done % Math.Max(1, of / 10) == 0)
            say($"{done:N0} {what}");
    }

    private async Task UntilAsync(NodaTime.Instant at, RoundPhase phase, CancellationToken cancellation)
    {
        clock.MoveOnTo(at);
        await IdleAsync(cancellation);
        var state = await StateAsync(cancellation);
        if (state.Phase != phase)
            throw new InvalidOperationException($"The round is {state.Phase}, not {phase}.");
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        if (await Get<RoundService>().ReleaseAsync(Round, Two, cancellation) is { } refusal)
            throw new InvalidOperationException(refusal.Text);
        await IdleAsync(cancellation);
    }

    private async Task WriteFileAsync(CancellationToken cancellation) => await ProofFile.WriteAsync(
        Stream.Null, (await Get<DrawArchive>().FileAsync(Round, cancellation))!, cancellation);

    private async Task ProveAsync(CancellationToken cancellation)
    {
        for (var n = 0; n < 1000; n++)
        {
            if (await Get<DrawArchive>().ProofAsync(new(Round, 1 + (int)((long)n * entries / 1000)), cancellation) is null)
                throw new InvalidOperationException($"There is no proof of entry {n}.");
        }
    }

    private async Task ListAsync(CancellationToken cancellation)
    {
        var page = await Get<CaseDirectory>().FindAsync(new CaseQuery(Round: Round.Number), cancellation);
        if (page.Total != entries)
            throw new InvalidOperationException($"The list holds {page.Total} cases, not {entries}.");
    }

    // Every entry has a result, and its company the mail that tells it.
    private async Task<bool> CheckAsync(CancellationToken cancellation)
    {
        var told = 0;
        var all = Get<IAllRecords>().ScanAllAsync(RecordSet.Cases, "outbox-", "outbox.", cancellation);
        await foreach (var (partition, row) in all)
            told += row.Key.Contains("result", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        say($"{told:N0} result mails in outboxes");
        return told == entries && await IsAtAsync(RoundPhase.Published, cancellation);
    }

    private async Task<bool> IsAtAsync(RoundPhase phase, CancellationToken cancellation)
    {
        var state = await StateAsync(cancellation);
        say($"{state.Phase}, {state.Entries:N0} entries, {state.Won:N0} won");
        return state.Phase == phase && state.Entries == entries;
    }

    private async Task<RoundState> StateAsync(CancellationToken cancellation) =>
        (await Get<RoundRecords>().StateAsync(Round, cancellation)).State;

    private Task IdleAsync(CancellationToken cancellation) => platform.WhenIdleAsync(cancellation);

    private T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
}
