using NodaTime;
using SendGrid;
using Tedori.Functions.Azure.Mail;
using Tedori.Local.Composition;
using Tedori.Local.Mail;
using Tedori.Season;
using Tedori.Testing.Azurite;
using Tedori.Testing.Cases;
using Tedori.Testing.Data;
using Tedori.Testing.Season;
using Tedori.Tests.Azure;
using Tedori.Workflows.Mail;

namespace Tedori.Tests.Season;

/// <summary>
/// A mail server that fails, does not answer for what it took, returns mails and reports late, twice and in any order.
/// </summary>
[Collection(AzuriteServer.Collection)]
public sealed class FaultyMailSeasonTests(AzuriteServer server)
{
    private const int Entries = 24;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Play_FaultyMail_EachMailOnceNoneLostNoneLateAndAllInvariantsHold(long seed)
    {
        FaultCount? faults = null;
        var report = await PlayAsync(
            new(Sample.R7 with { Rounds = [.. Sample.R7.Rounds.Take(2)] }, Entries, seed) { FaultyMail = true }, new DiskStores(),
            mail => faults = new FaultCount(mail));

        Assert.All(report.Invariants, i => Assert.True(i.Held, $"{i.Name}: {i.Detail}"));
        // What was to be borne was there.
        Assert.InRange(faults!.NotTaken * 1000 / faults.All, 50, 150);
        Assert.InRange(faults.Unanswered * 1000 / faults.All, 20, 80);
    }

    [SkippableFact]
    public async Task Play_FaultyMailOnAzuriteThroughSendGridsClient_EachMailOnceNoneLostNoneLate()
    {
        var options = new SeasonOptions(Sample.R7 with { Rounds = [Sample.R7.Rounds[0]] }, 20, 1) { FaultyMail = true, OnAzurite = true };
        FaultCount? faults = null;
        FakeSendGrid? provider = null;
        try
        {
            var report = await PlayAsync(options, new AzuriteStores(server.ConnectionString), mail => mail, set => set with
            {
                Mail = outbox =>
                {
                    faults = new(set.Mail(outbox));
                    provider = FakeSendGrid.StartAsync(faults, set.Timeline).GetAwaiter().GetResult();
                    return new SendGridMail(
                        new SendGridClient(FakeSendGrid.Key, provider.Address.AbsoluteUri.TrimEnd('/')),
                        SampleSettings.Read().Mail, MailPipeline.Build(TimeSpan.FromMilliseconds(1)));
                },
            });

            Assert.All(report.Invariants, i => Assert.True(i.Held, $"{i.Name}: {i.Detail}"));
            Assert.True(faults is { NotTaken: > 0, Unanswered: > 0 }, $"{faults}");
        }
        finally
        {
            if (provider is not null)
                await provider.DisposeAsync();
        }
    }

    // Without the hour for which a report is waited, the same season sends mails twice, and the check says so.
    [Fact]
    public async Task Play_FaultyMailAndNoPatience_IsFoundOut()
    {
        var report = await PlayAsync(
            new(Sample.R7 with { Rounds = [Sample.R7.Rounds[0]] }, Entries, 1) { FaultyMail = true }, new DiskStores(),
            mail => mail, set => set with { MailPatience = new(Duration.Zero) });

        var mails = report.Invariants.Single(i => i.Name == "mails");
        Assert.False(mails.Held);
        Assert.Contains("was handed over again", mails.Detail, StringComparison.Ordinal);
    }

    private static async Task<Tedori.Season.Reporting.SeasonReport> PlayAsync(
        SeasonOptions options, IStores stores, Func<IMail, IMail> around, Func<PlatformOptions, PlatformOptions>? setUp = null)
    {
        using var folder = new TemporaryFolder();
        await using var run = await SeasonRun.OpenAsync(
            options, folder.Path, stores, CancellationToken.None,
            set => (setUp ?? (s => s))(set with { Mail = outbox => around(set.Mail(outbox)) }));
        await run.PlayAsync(new Unwatched(), CancellationToken.None);
        return await run.ReportAsync();
    }

    private sealed class FaultCount(IMail inner) : IMail
    {
        private int all;
        private int notTaken;
        private int unanswered;

        public int All => all;

        public int NotTaken => notTaken;

        public int Unanswered => unanswered;

        public async Task<MailReceipt> SendAsync(OutgoingMail mail, CancellationToken cancellation = default)
        {
            Interlocked.Increment(ref all);
            try
            {
                return await inner.SendAsync(mail, cancellation);
            }
            catch (MailNotTakenException)
            {
                Interlocked.Increment(ref notTaken);
                throw;
            }
            catch (IOException)
            {
                Interlocked.Increment(ref unanswered);
                throw;
            }
        }

        public override string ToString() => $"{notTaken} not taken, {unanswered} unanswered of {all}";
    }
}
