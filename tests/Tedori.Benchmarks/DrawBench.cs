using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Programme.Lottery.Proofs;
using Tedori.Programme.Serialization;

namespace Tedori.Benchmarks;

/// <summary>
/// The whole path from received entries to the published file: screening, numbers, salts, leaves, root, ranking, writing.
/// The entries themselves are made before the watch runs; the record is not part of it.
/// </summary>
internal static class DrawBench
{
    private static readonly RoundId Round = new("r7", 1);
    private static readonly Instant Opens = Instant.FromUtc(2025, 5, 19, 0, 0);
    private static readonly byte[] Secret = SHA256.HashData("bench"u8);
    private static readonly BeaconValue Value = new(BeaconPledge.Simulated, "bench"u8.ToArray());

    public static async Task<string> RunAsync(int n, string output, CancellationToken cancellation)
    {
        var entries = Enumerable.Range(1, n).Select(EntryOf).ToArray();
        var watch = Stopwatch.StartNew();
        var screened = Screening.Run(EditionReader.R7().Entry, entries, DrawnCompanies.None);
        var list = SealedList.Of(Round, screened, Secret);
        var sealing = watch.ElapsedMilliseconds;
        var draw = Draw.Run(list, Value.Randomness.ToBytes(), places: n * 2 / 3);
        var drawing = watch.ElapsedMilliseconds - sealing;
        await using (var stream = File.Create(output))
            await ProofFile.WriteAsync(stream, FileOf(list, draw), cancellation);
        var writing = watch.ElapsedMilliseconds - sealing - drawing;
        using var process = Process.GetCurrentProcess();
        return TedoriJson.Write(new DrawBenchResult(
            n, sealing, drawing, writing, watch.ElapsedMilliseconds, process.PeakWorkingSet64 / 1024 / 1024,
            Environment.ProcessorCount, list.Root));
    }

    // Received in another order than numbered, as it is where requests meet.
    private static Entry EntryOf(int i) => new(
        new(Round, i), Opens + Duration.FromMilliseconds(i ^ 1),
        new(
            CompanyKey.Of("number", i.ToString("0000000000000", CultureInfo.InvariantCulture)),
            CompanyKey.Of("address", $"{i}"), CompanyKey.Of("phone", $"{i}")), Employees: 20);

    private static DrawFile FileOf(SealedList list, DrawResult draw)
    {
        var sealedAt = Opens + Duration.FromDays(5);
        var due = sealedAt + Duration.FromMinutes(30);
        var ranking = draw.Ranking.Select(r => new RankedLine(r.Rank, r.Number, r.Key, r.Won)).ToArray();
        return new(
            DrawFile.CurrentFormat, list.Round,
            new(sealedAt, list.Leaves.Count, new Dictionary<Exclusion, int>(), list.Leaves.Count, MerkleTree.Algorithm, list.Root,
                draw.Places, CarriedIn: 0),
            list.Leaves,
            [
                new(1, draw.Algorithm, sealedAt, new(Value.Kind, "bench", 1, due), draw.Places, null, due,
                    new(Value.Kind, Value.Randomness, Convert.ToHexStringLower([.. Value.Proof])), ranking),
            ]);
    }
}
