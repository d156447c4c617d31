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
internal sealed class RoundCompanies(EntryService service, RoundId round, Instant from)
{
    private const int AtOnce = 128;

    /// <summary>Makes so many entries, and says how many there are after every so many.</summary>
    public async Task EnterAsync(int count, Action<int> progress, CancellationToken cancellation)
    {
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), options, async (n, stop) =>
        {
            var answer = await service.ReceiveAsync(
                round, FormOf(IsSecond(n) ? n - 1 : n), from + Duration.FromMilliseconds(n), KeyOf(n), stop);
            if (answer is not EntryAnswer.Received)
                throw new InvalidOperationException($"Entry {n} is not taken: {answer}.");
            progress(Interlocked.Increment(ref done));
        });
    }

    private static bool IsSecond(int n) => n % 1000 == 999;

    private static string KeyOf(int n) => $"round-bench-{n}";

    private static EntryForm FormOf(int n)
    {
        var number = n.ToString("0000000", CultureInfo.InvariantCulture);
        return new(
            $"株式会社見本{number}商事", n % 10 == 0 ? null : CorporateNumber.FromBase($"10000{number}").Digits,
            "見本 太郎", $"東京都千代田区飯田橋{n}番地", 10 + (n % 200), "見本 花子", $"keiri{number}@bench.example",
            $"03-{(n / 10_000) + 1000}-{n % 10_000:0000}");
    }
}
