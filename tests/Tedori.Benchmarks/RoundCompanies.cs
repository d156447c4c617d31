using System.Globalization;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Rounds;

namespace Tedori.Benchmarks;

/// <summary>
/// Companies that enter one round, each through the service that every entry goes through. Some are sole proprietors,
/// and one in a thousand enters a second time.
/// </summary>
internal sealed class RoundCompanies(Instant from)
{
    private const int AtOnce = 128;

    /// <summary>What so many companies send.</summary>
    public IEnumerable<(EntryForm Form, Instant ReceivedAt, string Key)> Entries(int count) =>
        Enumerable.Range(0, count).Select(n => (
            FormOf(IsSecond(n) ? n - 1 : n), from + Duration.FromMilliseconds(n), $"round-bench-{n}"));

    /// <summary>Makes so many entries, and says how many there are.</summary>
    public async Task EnterAsync(
        EntryService service, RoundId round, int count, Action<int> progress, CancellationToken cancellation)
    {
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Entries(count), options, async (entry, stop) =>
        {
            var answer = await service.ReceiveAsync(round, entry.Form, entry.ReceivedAt, entry.Key, stop);
            if (answer is not EntryAnswer.Received)
                throw new InvalidOperationException($"The entry {entry.Key} is not taken: {answer}.");
            progress(Interlocked.Increment(ref done));
        });
    }

    private static bool IsSecond(int n) => n % 1000 == 999;

    private static EntryForm FormOf(int n)
    {
        var number = n.ToString("0000000", CultureInfo.InvariantCulture);
        return new(
            $"株式会社見本{number}商事", n % 10 == 0 ? null : CorporateNumber.FromBase($"10000{number}").Digits,
            "見本 太郎", $"東京都千代田区飯田橋{n}番地", 10 + (n % 200), "見本 花子", $"keiri{number}@bench.example",
            $"03-{(n / 10_000) + 1000}-{n % 10_000:0000}");
    }
}
