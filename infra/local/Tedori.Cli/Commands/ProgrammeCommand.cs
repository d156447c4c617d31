using System.CommandLine;
using NodaTime;
using Tedori.Local;
using Tedori.Local.Programmes;
using Tedori.Programme.Calendar;

namespace Tedori.Cli.Commands;

/// <summary><c>programme</c>: writes a programme file whose first round is open today, for trying the app.</summary>
internal static class ProgrammeCommand
{
    private static readonly Option<bool> OpensToday = new("--opens-today")
    {
        Description = "Move the dates of the product's programme so that its first round is open today.",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "File to write; its folder is made. Default: standard output.",
    };

    public static Command Create()
    {
        var command = new Command("programme", "Write a programme file to try the app with.") { OpensToday, Out };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (!parsed.GetValue(OpensToday))
            throw new UsageException("Say which programme to write: the only one there is has --opens-today.");
        var text = Text(JapanTime.DateOf(SystemClock.Instance.GetCurrentInstant()));
        if (parsed.GetValue(Out) is not { } path)
        {
            await Console.Out.WriteAsync(text);
            return 0;
        }

        Prepare(path);
        await OutputFile.WriteAsync(path, writer => writer.WriteAsync(text));
        return 0;
    }

    private static string Text(LocalDate today)
    {
        try
        {
            return ShiftedProgramme.OpenOn(today);
        }
        catch (YearNotCoveredException e)
        {
            throw new UsageException($"No programme can be written for {today:uuuu-MM-dd}: {e.Message}");
        }
    }

    private static void Prepare(string path)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The file '{path}' cannot be written ({e.Message.TrimEnd('.')}): name another.");
        }

        OutputFile.CheckWritable(path);
    }
}
