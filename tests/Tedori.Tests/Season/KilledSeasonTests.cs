using System.Globalization;
using Tedori.Testing.Commands;
using Tedori.Testing.Data;
using Tedori.Testing.Season;

namespace Tedori.Tests.Season;

/// <summary>A season whose process is killed goes on where it stood, and ends as if nothing had happened.</summary>
public sealed class KilledSeasonTests : IDisposable
{
    private const long Seed = 5;

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("2025-07")]
    [InlineData("2025-12")]
    [InlineData("2026-08")]
    public async Task Season_KilledInTheMiddle_GoesOnAndEndsTheSame(string month)
    {
        using (var killed = TedoriProcess.Start(Arguments))
        {
            await killed.WaitForLineAsync(line => string.CompareOrdinal(line, month) >= 0);
            killed.Kill();
        }

        using var second = TedoriProcess.Start(Arguments);
        var exit = await second.WaitForExitAsync();

        Assert.True(exit == 0, second.Error);
        Assert.Equal("", second.Error);
        Assert.True(string.CompareOrdinal(second.Lines[0], month) >= 0, $"It began again: {second.Lines[0]}");
        Assert.Equal((await PlayedSeason.OfAsync(Seed)).Json, await File.ReadAllTextAsync(folder["report.json"]));
    }

    private string[] Arguments =>
    [
        "season", "--entries", PlayedSeason.Entries.ToString(CultureInfo.InvariantCulture), "--seed", "5",
        "--data", folder["data"], "--json", folder["report.json"],
    ];

    public void Dispose() => folder.Dispose();
}
