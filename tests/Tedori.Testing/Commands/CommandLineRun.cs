using Spectre.Console;
using Tedori.Cli.Commands;

namespace Tedori.Testing.Commands;

/// <summary>One run of the command line in this process, with what it wrote.</summary>
internal sealed record CommandLineRun(int ExitCode, string Out, string Error)
{
    public static async Task<CommandLineRun> OfAsync(params string[] args)
    {
        var before = (Console.Out, Console.Error, AnsiConsole.Console);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        try
        {
            Console.SetOut(output);
            Console.SetError(error);
            AnsiConsole.Console = AnsiConsole.Create(
                new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
            var exit = await CommandLine.RunAsync(args);
            return new(exit, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(before.Out);
            Console.SetError(before.Error);
            AnsiConsole.Console = before.Console;
        }
    }

    /// <summary>Runs what must be refused: exit code 2 and one line; answers with the line.</summary>
    public static async Task<string> RefusalAsync(params string[] args)
    {
        var run = await OfAsync(args).WaitAsync(Patience.Limit);
        AssertRefused(run.ExitCode, run.Error);
        return run.Error.TrimEnd('\n');
    }

    public static void AssertRefused(int exitCode, string error)
    {
        Assert.True(exitCode == 2, $"Exit code {exitCode}: {error}");
        Assert.StartsWith("tedori: ", error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
