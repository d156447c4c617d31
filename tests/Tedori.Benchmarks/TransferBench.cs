using System.Diagnostics;
using NodaTime;
using Tedori.Programme.Payments;
using Tedori.Programme.Serialization;

namespace Tedori.Benchmarks;

/// <summary>
/// A list of payments to the file for the bank and back, and the bank's answer: pure work in memory, the first in its process.
/// The list is made before the watch runs.
/// </summary>
internal static class TransferBench
{
    private static readonly BankBranch Branch = new("0001", "ﾚｲｼﾞ", "123", "ﾎﾝﾃﾝ");
    private static readonly TransferClient Client = new("1234567890", "ｻﾞｲ)ﾐﾎﾝ", Branch, AccountKind.Ordinary, "7654321");
    private static readonly LocalDate Day = new(2026, 8, 31);

    /// <summary>Writes a line of JSON for each way.</summary>
    /// <exception cref="InvalidOperationException">What came back is not what was sent.</exception>
    public static void Run(int payments, TextWriter output)
    {
        var batch = new TransferBatch(Client, Day, [.. Enumerable.Range(1, payments).Select(TransferOf)]);
        IReadOnlyList<TransferOutcome> said = [.. batch.Transfers.Select(OutcomeOf)];

        var file = Measured("file written", () => TransferFile.Write(batch, lineEnds: true), f => f.Length);
        var read = Measured("file read", () => TransferFile.Read(file, Day.Year), _ => file.Length);
        Same(read.Batch?.Transfers.SequenceEqual(batch.Transfers) == true);

        var records = TransferResultFile.Write(batch, said, lineEnds: true);
        Same(Measured("result in records, against the list", () => Against(records), _ => records.Length).SequenceEqual(said));
        var csv = TransferResultFile.WriteCsv(said);
        Same(Measured("result in CSV, against the list", () => Against(csv), _ => csv.Length).SequenceEqual(said));

        IReadOnlyList<TransferOutcome> Against(byte[] answer) =>
            TransferResult.Read(answer).Result is { } result ? result.Against(batch, Day).Outcomes : [];

        T Measured<T>(string what, Func<T> work, Func<T, long> bytes)
        {
            var start = Stopwatch.GetTimestamp();
            var done = work();
            var took = Stopwatch.GetElapsedTime(start);
            output.WriteLine(TedoriJson.Write(new TransferBenchResult(
                what, payments, Math.Round(took.TotalSeconds, 3), bytes(done), BenchFolder.PeakMiB())));
            return done;
        }
    }

    private static Transfer TransferOf(int i) => new(
        Branch with { Bank = $"{i % 10_000:0000}", Number = $"{i % 1_000:000}" }, AccountKind.Ordinary, $"{i % 10_000_000:0000000}",
        $"ｶ)ﾍﾞﾝﾁ {i}", 1 + ((i * 10_000L) % TransferFile.MostYen % 1_000_000), new CustomerCode(2025, 1 + (i % 99), i).ToString(), 1 + (i % 3));

    // Two of a hundred cannot be paid, one comes back.
    private static TransferOutcome OutcomeOf(Transfer transfer, int i)
    {
        var code = TransferLayout.ResultCodes.First(c => c.End == (i % 100) switch
        {
            0 or 1 => TransferEnd.Failed,
            2 => TransferEnd.Returned,
            _ => TransferEnd.Paid,
        });
        return new(transfer.Customer, transfer.Attempt, transfer.Yen, code.End, code.Reason, Day);
    }

    private static void Same(bool same)
    {
        if (!same)
            throw new InvalidOperationException("What came back is not what was sent.");
    }
}
