using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Engine.Sqlite;
using Tedori.Local.Composition;
using Tedori.Local.Data;
using Tedori.Local.Serve;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Serialization;
using Tedori.Programme.Signing;
using Tedori.Workflows.Mail;
using Tedori.Workflows.Rounds;
using Tedori.Workflows.Sweeping;

namespace Tedori.Benchmarks;

/// <summary>
/// The day of a result: one round is released and the notice of each entry leaves through its own orchestration into the
/// outbox, which stands for the mail server and takes what comes. The receipts of before stay where they are.
/// </summary>
internal static class MailBench
{
    private static readonly RoundId Round = new("r7", 1);
    private static readonly Signatures Two = new(new("proposer", "起案者"), new("approver", "承認者"));

    /// <summary>Writes one line of JSON; the exit code is 1 where a notice did not leave, or left twice.</summary>
    public static async Task<int> RunAsync(int mails, int? perMinute, TextWriter output, CancellationToken cancellation)
    {
        var folder = BenchFolder.NewPath();
        DataFolder.Open(folder).Dispose();
        try
        {
            var edition = EditionReader.R7();
            var clock = ServeClock.Open(folder, EntryWindow.Of(edition, edition.Round(Round.Number)).Opens);
            var left = new LeftMails();
            await using var platform = await OpenAsync(folder, edition, clock, perMinute, left, cancellation);
            await using var scope = platform.Services.CreateAsyncScope();
            var result = await MeasureAsync(platform, scope.ServiceProvider, clock, edition, mails, left, cancellation);
            await output.WriteLineAsync(TedoriJson.Write(result));
            return result.Lost + result.Doubled > 0 ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<LocalPlatform> OpenAsync(
        string folder, Edition edition, ServeClock clock, int? perMinute, LeftMails left, CancellationToken cancellation)
    {
        var platform = await LocalPlatform.OpenAsync(
            new()
            {
                Folder = folder,
                Timeline = clock.Timeline,
                Editions = [edition],
                BeaconSeed = 1,
                Durability = Durability.Full,
                MailPace = new(perMinute),
                Mail = left.Around,
                Hints = hints => new RoundHints(hints, notice => IsResult(notice.Kind)),
            }, cancellation);
        platform.Engine.Start();
        return platform;
    }

    private static async Task<MailBenchResult> MeasureAsync(
        LocalPlatform platform, IServiceProvider services, ServeClock clock, Edition edition, int mails, LeftMails left,
        CancellationToken cancellation)
    {
        await services.GetRequiredService<Sweeper>().RearmAsync(cancellation);
        await platform.WhenIdleAsync(cancellation);
        await new RoundCompanies(clock.Now).EnterAsync(
            services.GetRequiredService<EntryService>(), Round, mails, static _ => { }, cancellation);
        clock.MoveOnTo(EntryWindow.Of(edition, edition.Round(Round.Number)).Closes + edition.Windows.Drain);
        await platform.WhenIdleAsync(cancellation);
        var sealedRound = (await services.GetRequiredService<RoundRecords>().StateAsync(Round, cancellation)).State;
        clock.MoveOnTo(sealedRound.BeaconDue!.Value);
        await platform.WhenIdleAsync(cancellation);

        BenchFolder.ResetPeak();
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        if (await services.GetRequiredService<RoundService>().ReleaseAsync(Round, Two, cancellation) is { } refusal)
            throw new InvalidOperationException(refusal.Text);
        await left.WhenAsync(mails, platform, cancellation);
        var busy = Environment.CpuUsage.TotalTime - processor;
        var (first, last) = (left.First(started), left.Last(started));
        var results = platform.Outbox.AllAsync(cancellation)
            .Where(m => IsResult(NoticeId.Parse(m.NoticeId).Kind));
        return new(
            mails, Math.Round(mails / Math.Max((last - first).TotalSeconds, 0.001), 1), Math.Round(first.TotalSeconds, 2),
            Math.Round(last.TotalSeconds, 2), Math.Round(busy.TotalSeconds, 2), BenchFolder.PeakMiB(),
            mails - await results.CountAsync(cancellation), platform.Outbox.Doubles().Count);
    }

    private static bool IsResult(NoticeKind kind) =>
        kind is NoticeKind.ResultWon or NoticeKind.ResultLost or NoticeKind.ResultExcluded;

    /// <summary>Notes when mails left.</summary>
    private sealed class LeftMails : IMail
    {
        private IMail inner = null!;
        private long first;
        private long last;
        private int count;

        public LeftMails Around(IMail mail)
        {
            inner = mail;
            return this;
        }

        public async Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
        {
            var receipt = await inner.SendAsync(mail, cancellation);
            var now = Stopwatch.GetTimestamp();
            Interlocked.CompareExchange(ref first, now, 0);
            Interlocked.Exchange(ref last, now);
            Interlocked.Increment(ref count);
            return receipt;
        }

        public Task<MailAnswer> AskAsync(AskedMail mail, CancellationToken cancellation = default) =>
            inner.AskAsync(mail, cancellation);

        // Idle is also who waits for its turn.
        public async Task WhenAsync(int mails, LocalPlatform platform, CancellationToken cancellation)
        {
            await platform.WhenIdleAsync(cancellation);
            while (Volatile.Read(ref count) < mails && platform.Engine.NextDue is not null)
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            await platform.WhenIdleAsync(cancellation);
        }

        public TimeSpan First(long started) => Stopwatch.GetElapsedTime(started, first);

        public TimeSpan Last(long started) => Stopwatch.GetElapsedTime(started, last);
    }
}
