using System.Diagnostics;
using Tedori.Testing;
using Tedori.Testing.Commands;

namespace Tedori.Tests.Lottery.Proofs;

/// <summary>
/// The three verifiers of published draws: two single files that know nothing of the product, and its command.
/// </summary>
internal static class Verifiers
{
    private static readonly bool HasNode = Find("node");
    private static readonly bool HasPython = Find("python3");

    /// <summary>Skips the test with the reason where one of them cannot run.</summary>
    public static void Require()
    {
        Skip.IfNot(HasNode, "node is not installed, so the JavaScript verifier cannot run; tests/run installs it");
        Skip.IfNot(HasPython, "python3 is not installed, so the Python verifier cannot run; tests/run installs it");
    }

    public static string Script(string name) => RepositoryRoot.Of("functions", "Tedori.Functions", "Public", "Draws", name);

    public static Task<Verdict> PythonAsync(params string[] args) =>
        RunAsync("python3", ["-B", Script("verify_draw.py"), .. args]);

    public static Task<Verdict> NodeAsync(params string[] args) =>
        RunAsync("node", [Script("verify_draw.js"), .. args]);

    public static async Task<Verdict> CommandAsync(params string[] args)
    {
        var run = await CommandLineRun.OfAsync(["verify-draw", .. args]);
        return Verdict.Of(run.ExitCode, run.Out + run.Error);
    }

    /// <summary>What all three say of a file, in which they must agree.</summary>
    public static async Task<Verdict> AgreeAsync(string file)
    {
        Require();
        Verdict[] all = [await CommandAsync(file), await PythonAsync(file), await NodeAsync(file)];
        Assert.All(all, v => Assert.Equal((all[0].ExitCode, Line(all[0])), (v.ExitCode, Line(v))));
        return all[0];
    }

    private static string Line(Verdict verdict) => string.Join("; ", verdict.Named);

    private static async Task<Verdict> RunAsync(string program, string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return Verdict.Of(process.ExitCode, await output + await error);
    }

    private static bool Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
