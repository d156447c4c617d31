using System.Globalization;
using Tedori.Testing.Commands;
using Tedori.Testing.Data;
using Tedori.Testing.Season;

namespace Tedori.Tests.Commands;

public sealed class FullDiskTests : IDisposable
{
    private const string FullDevice = "/dev/full";

    private readonly TemporaryFolder folder = new();

    [SkippableFact]
    public async Task Season_DiskFillsUp_SaysSoAndIsFinishedOnALargerDisk()
    {
        using (var disk = new SmallDisk(6))
        {
            using var stopped = TedoriProcess.Start(Arguments(disk["data"]));
            var exit = await stopped.WaitForExitAsync();
            CommandLineRun.AssertRefused(exit, stopped.Error);
            Assert.Contains("full", stopped.Error, StringComparison.Ordinal);
            Assert.NotEmpty(stopped.Lines);
            FolderDigest.Copy(disk["data"], folder["data"]);
        }

        using var second = TedoriProcess.Start(Arguments(folder["data"]));
        Assert.True(await second.WaitForExitAsync() == 0, second.Error);
        Assert.Equal((await PlayedSeason.OfAsync(5)).Json, await File.ReadAllTextAsync(folder["report.json"]));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(20_000)]
    public async Task Serve_DiskFullAtTheStart_SaysSo(long free)
    {
        using var disk = new SmallDisk(6);
        await PlayedSeason.BeginAsync(disk["data"], seed: 1, NodaTime.Instant.FromUtc(2025, 5, 19, 3, 0), entries: 20);
        await File.WriteAllTextAsync(disk["data/clock.txt"], "2025-05-19T03:00:00Z\n");
        disk.Fill(free);

        using var serve = TedoriProcess.Start("serve", "--data", disk["data"], "--port", "0");
        CommandLineRun.AssertRefused(await serve.WaitForExitAsync(), serve.Error);
    }

    [SkippableFact]
    public async Task Serve_EndedDuringTheStart_SaysSoWithoutATrace()
    {
        Skip.If(OperatingSystem.IsWindows(), "there are no such signals");
        using var serve = TedoriProcess.Start("serve", "--data", folder["data"], "--port", "0");
        await serve.WaitForLineAsync(line => line.Contains("playing a small season", StringComparison.Ordinal));
        serve.Terminate();

        Assert.Equal(143, await serve.WaitForExitAsync());
        Assert.Equal("tedori: stopped before it was done; the same command goes on from there.\n", serve.Error);
    }

    [SkippableFact]
    public async Task Season_OutputOnAFullDevice_SaysSo()
    {
        Skip.IfNot(File.Exists(FullDevice), $"there is no {FullDevice} here");
        using var season = TedoriProcess.Start("season", "--entries", "20", "--journal", FullDevice);
        var exit = await season.WaitForExitAsync();
        CommandLineRun.AssertRefused(exit, season.Error);
        Assert.Contains(FullDevice, season.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string[] Arguments(string data) =>
    [
        "season", "--entries", PlayedSeason.Entries.ToString(CultureInfo.InvariantCulture), "--seed", "5",
        "--data", data, "--json", folder["report.json"],
    ];
}
