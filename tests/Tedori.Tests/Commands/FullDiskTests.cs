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
