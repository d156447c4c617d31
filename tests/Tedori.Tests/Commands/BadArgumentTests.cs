using System.Net;
using System.Net.Sockets;
using Tedori.Testing.Commands;
using Tedori.Testing.Data;

namespace Tedori.Tests.Commands;

[Collection(CommandLineTestsGroup.Name)]
public sealed class BadArgumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("--nope", "season", "--nope")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("--entries", "season", "--entries")]
    [InlineData("'abc' for option '--entries' as a whole number", "season", "--entries", "abc")]
    [InlineData("--seed", "season", "--seed", "99999999999999999999")]
    [InlineData("19", "season", "--entries", "19")]
    [InlineData("20001", "season", "--entries", "20001")]
    [InlineData("-1", "season", "--lost-hints", "-1")]
    [InlineData("1001", "season", "--lost-hints", "1001")]
    [InlineData("nowhere", "season", "--store", "nowhere")]
    [InlineData("5", "serve", "--entries", "5")]
    [InlineData("65536", "serve", "--port", "65536")]
    [InlineData("--speed 0", "serve", "--speed", "0")]
    [InlineData("1 to 86400", "serve", "--speed", "86401")]
    [InlineData("fast", "serve", "--speed", "fast")]
    [InlineData("noon", "--at", "noon")]
    [InlineData("2025-13-01T10:00", "serve", "--at", "2025-13-01T10:00")]
    [InlineData("1990-01-01T00:00", "serve", "--at", "1990-01-01T00:00")]
    [InlineData("ends with 2030", "serve", "--at", "2031-01-01T00:00")]
    [InlineData("9999-12-31T23:59", "serve", "--at", "9999-12-31T23:59")]
    [InlineData("folder", "season", "--data", "")]
    [InlineData("--alarm-mail 'office'", "serve", "--alarm-mail", "office")]
    public async Task Run_BadArgument_IsNamedInOneLine(string named, params string[] args)
    {
        var line = await CommandLineRun.RefusalAsync(args);
        Assert.Contains(named, line, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BrokenProgrammeFile_ListsAllFaultsWithTheirPaths()
    {
        var text = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Programmes", "Editions", "r8.json"));
        await File.WriteAllTextAsync(folder["broken.json"], text
            .Replace("2026-05-18(月)", "2026-05-18(火)", StringComparison.Ordinal)
            .Replace("\"places\": 120", "\"places\": -3", StringComparison.Ordinal)
            .Replace("\"unitYen\": 150000", "\"unitYen\": -1", StringComparison.Ordinal));

        var line = await CommandLineRun.RefusalAsync("season", "--programme", folder["broken.json"]);

        Assert.Contains("rounds[0].entryOpens", line, StringComparison.Ordinal);
        Assert.Contains("rounds[1].places", line, StringComparison.Ordinal);
        Assert.Contains("groups[0].unitYen", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Run_FileThatIsNoProgramme_IsOneLine(string text)
    {
        await File.WriteAllTextAsync(folder["broken.json"], text);

        var line = await CommandLineRun.RefusalAsync("season", "--programme", folder["broken.json"]);

        Assert.Contains("broken.json", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MissingProgrammeFile_IsOneLine() => Assert.Contains(
        "absent.json",
        await CommandLineRun.RefusalAsync("serve", "--programme", folder["absent.json"]),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--json")]
    [InlineData("--html")]
    [InlineData("--journal")]
    public async Task Run_UnwritableOutput_IsSaidBeforeAnythingIsPlayed(string option)
    {
        var line = await CommandLineRun.RefusalAsync(
            "season", "--data", folder["data"], option, folder["absent/report"]);

        Assert.Contains("absent/report", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Serve_PortInUse_IsSaidBeforeAnythingIsPlayed()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        var line = await CommandLineRun.RefusalAsync("serve", "--data", folder["data"], "--port", port);

        Assert.Contains(port, line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    public void Dispose() => folder.Dispose();
}
