using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Calendar;
using Tedori.Programme.Cases;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Cases;

namespace Tedori.Benchmarks;

/// <summary>Fills a record with cases through the service that every case goes through, so that their listings are the real ones.</summary>
internal sealed class StaffCases(IServiceProvider services, Edition edition)
{
    private const int AtOnce = 32;

    /// <summary>Spreads so many cases over the rounds: one of ten wins, some of those have filed, some are corrected.</summary>
    public async Task FillAsync(int count, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), options, async (n, stop) =>
        {
            var round = edition.Rounds[n % edition.Rounds.Count];
            var id = new CaseId(new(edition.Id, round.Number), (n / edition.Rounds.Count) + 1);
            await using var scope = services.CreateAsyncScope();
            var service = scope.ServiceProvider.GetRequiredService<CaseCommandHandler>();
            foreach (var command in LifeOf(id, round, n))
            {
                if (await service.HandleAsync(id, command, stop) is not CaseAnswer.Accepted)
                    throw new InvalidOperationException($"{id} does not take {command.GetType().Name}.");
            }
        });
    }

    private static IEnumerable<CaseCommand> LifeOf(CaseId id, Round round, int n)
    {
        var entered = JapanTime.At(round.EntryOpens, new(10, 0)) + Duration.FromSeconds(n % 20_000);
        yield return new CaseCommand.Enter(entered, id, FormOf(n), entered, $"bench-{n}");
        var won = n / 10 % 10 == 0;
        var drawn = JapanTime.At(round.EntryCloses.PlusDays(3), new(12, 0));
        yield return new CaseCommand.RecordDraw(drawn, n + 1, won);
        if (!won || n % 3 == 0)
            yield break;
        var filed = drawn + Duration.FromDays(2);
        yield return new CaseCommand.RegisterCompany(filed, new($"company-{n}", new Receipt.Electronic(filed), []));
        if (n % 3 == 1)
            yield return new CaseCommand.RequestCorrection(filed + Duration.FromDays(1), [new("就業規則", "受付印のある写しを提出してください。")]);
    }

    private static EntryForm FormOf(int n)
    {
        var number = n.ToString("00000", CultureInfo.InvariantCulture);
        return new(
            $"株式会社ベンチ{number}商事", null, "見本 太郎", $"東京都千代田区飯田橋{n}", 10 + (n % 200), "見本 花子", $"keiri{number}@bench.example",
            $"03-{n % 9000 + 1000}-{n / 10 % 9000 + 1000}");
    }
}
