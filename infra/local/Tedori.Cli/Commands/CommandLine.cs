using System.CommandLine;
using System.Text.RegularExpressions;
using Spectre.Console;
using Tedori.Engine.Sqlite;
using Tedori.Local;
using Tedori.Season;
using Tedori.Workflows.Records;

namespace Tedori.Cli.Commands;

/// <summary>The command line. Whatever the caller can mend is one line on standard error and exit code 2.</summary>
internal static class CommandLine
{
    public const int Usage = 2;

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Tedori runs the 手取り時間創出・魅力ある職場づくり推進奨励金 on one machine.")
        {
            SeasonCommand.Create(),
            ServeOnItsOwn(),
            CostCommand.Create(),
            DeployGuardCommand.Create(),
            VerifyDrawCommand.Create(),
            ProgrammeCommand.Create(),
        };
        ServeCommand.AddTo(root);
        return RunAsync("tedori", root, args);
    }

    /// <summary>Runs the commands of a program.</summary>
    public static async Task<int> RunAsync(string program, RootCommand root, string[] args)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Console = AnsiConsole.Create(
                new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return await FailAsync(program, $"{InWords(parsed.Errors[0].Message)} See --help.");
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (Explains(e))
        {
            return await FailAsync(program, e.Message);
        }
    }

    private static Command ServeOnItsOwn()
    {
        var serve = new Command("serve", "Run the whole system on this machine; the same as giving no command.");
        ServeCommand.AddTo(serve);
        return serve;
    }

    // The parser names what it expected as a programmer does; every option with a type is a whole number.
    private static string InWords(string error) => Regex.Replace(
        error, "as expected type '[^']*Int(32|64)[^']*'",
        of => of.Groups[1].Value == "32" ? "as a whole number up to 2,147,483,647" : "as a whole number");

    private static bool Explains(Exception e) => e is UsageException or SeasonMismatchException or DataFolderException
        or DataFolderInUseException or DataFolderNewerException or DataFolderOlderException
        or DataFolderCorruptException or StorageFullException or DamagedRowException;

    /// <summary>One line on standard error, and the exit code for what the caller can mend.</summary>
    public static Task<int> FailAsync(string message) => FailAsync("tedori", message);

    private static async Task<int> FailAsync(string program, string message)
    {
        await Console.Error.WriteLineAsync($"{program}: {message.ReplaceLineEndings(" ")}");
        return Usage;
    }
}
