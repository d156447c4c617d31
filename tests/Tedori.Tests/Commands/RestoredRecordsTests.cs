using Tedori.Benchmarks;
using Tedori.Programme;
using Tedori.Testing.Cases;
using Tedori.Testing.Commands;
using Tedori.Testing.Data;

namespace Tedori.Tests.Commands;

/// <summary>A served folder whose process is killed and whose records come back as they were before.</summary>
public sealed class RestoredRecordsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Serve_RecordsRestoredToMinutesBefore_GivesNoReceiptNumberTwice()
    {
        var before = await ServeAsync(2);
        Copy(folder["data"], folder["copy"]);
        var lost = await ServeAsync(3);
        foreach (var file in Directory.GetFiles(folder["data"], "records.db*"))
            File.Delete(file);
        Copy(folder["copy"], folder["data"]);

        var after = await ServeAsync(2);

        Assert.Equal(7, before.Concat(lost).Concat(after).Distinct().Count());
        Assert.True(after.Min() > lost.Max(), $"{after.Min()} was given after {lost.Max()}.");
        // Nor does a kill alone, with the records as they were.
        Assert.True(lost.Min() > before.Max(), $"{lost.Min()} was given after {before.Max()}.");
    }

    /// <summary>Serves the folder, lets companies enter, and kills the process; their receipt numbers.</summary>
    private async Task<List<int>> ServeAsync(int companies)
    {
        using var serve = TedoriProcess.Start(
            "serve", "--data", folder["data"], "--at", "2025-05-19T10:00", "--entries", "20", "--port", "0");
        var line = await serve.WaitForLineAsync(l => l.Contains("http://127.0.0.1:", StringComparison.Ordinal));
        var address = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0]);
        var outcomes = await new EntryRush(address, Sample.R7).RunAsync(companies, connections: 1);
        serve.Kill();
        return [.. outcomes.Select(o => CaseId.Parse(o.Receipt!).Serial)];
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "records.db*"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }

    public void Dispose() => folder.Dispose();
}
