using System.Diagnostics;
using System.Reflection;

namespace Tedori.Tests.Infrastructure;

/// <summary>Microsoft's compiler, restored as a package; it reads no network.</summary>
internal static class BicepCompiler
{
    private static readonly string Program = typeof(BicepCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BicepCompiler").Value!;

    // What azd would know; the parameter file reads them.
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["AZURE_ENV_NAME"] = "tests",
        ["TEDORI_MAIL_SENDER"] = "office@tedori.example",
        ["TEDORI_MAIL_SENDER_NAME"] = "office",
        ["TEDORI_MAIL_EVENTS_KEY"] = "none",
        ["TEDORI_ALARM_ADDRESSES"] = "one@tedori.example,two@tedori.example",
        ["TEDORI_MONTHLY_BUDGET"] = "1",
        ["TEDORI_BUDGET_FROM"] = "2026-01-01",
    };

    public static async Task<BicepRun> RunAsync(string verb, string file)
    {
        var start = new ProcessStartInfo(Program, [verb, file, "--stdout", "--no-restore"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var json = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(await json, await messages, process.ExitCode);
    }
}
