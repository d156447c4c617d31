using System.Diagnostics;
using System.Reflection;
using Tedori.Local;

namespace Tedori.Benchmarks.Figures;

/// <summary>Runs something in a process of its own; one that fails leaves no figures.</summary>
internal static class Child
{
    /// <summary>What this program itself answers when it is given these words: lines of JSON, between those of a log.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(string[] args, CancellationToken cancellation)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        string[] own =
            Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetEntryAssembly()!.Location] : [];
        var start = new ProcessStartInfo(program, [.. own, .. args]) { RedirectStandardOutput = true };
        var output = await RunAsync(start, string.Join(' ', args), cancellation);
        return [.. output.Split('\n').Where(line => line.StartsWith('{'))];
    }

    /// <summary>How long a program takes.</summary>
    public static async Task<TimeSpan> TimeAsync(
        string program, string folder, string[] args, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await RunAsync(
            new(program, args) { RedirectStandardOutput = true, WorkingDirectory = folder }, Path.GetFileName(program),
            cancellation);
        return watch.Elapsed;
    }

    private static async Task<string> RunAsync(ProcessStartInfo start, string name, CancellationToken cancellation)
    {
        using var process = Process.Start(start) ?? throw new UsageException($"{name} did not start.");
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0
                ? output
                : throw new UsageException(
                    $"'{name}' ended with exit code {process.ExitCode}: its figures are not written.");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
