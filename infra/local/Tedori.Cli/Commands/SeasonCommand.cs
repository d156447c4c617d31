using System.CommandLine;
using Spectre.Console;
using Tedori.Engine;
using Tedori.Local;
using Tedori.Local.Azurite;
using Tedori.Local.Composition;
using Tedori.Programme.Serialization;
using Tedori.Season;
using Tedori.Season.Reporting;

namespace Tedori.Cli.Commands;

/// <summary><c>season</c>: plays the whole programme in virtual time, reports, and checks itself.</summary>
internal static class SeasonCommand
{
    private static readonly Option<int> Entries = new("--entries")
    {
        Description = "Entries per round, 20 to 20,000; rounds 3 and 8 get 60 % of them.",
        DefaultValueFactory = _ => 210,
    };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Seed of all chance. The same seed gives the same report, byte for byte.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Json =
        new("--json") { Description = "Write the report as JSON to this file." };

    private static readonly Option<string?> Html =
        new("--html") { Description = "Write the report as a page with charts to this file." };

    private static readonly Option<string?> JournalFile = new("--journal")
    {
        Description = "Write everything that happened as JSON lines, in order of time, to this file.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description =
            "Keep the data in this folder. A season that was stopped there goes on. Default: a temporary folder.",
    };

    private static readonly Option<int> LostHints = new("--lost-hints")
    {
        Description =
            "Lose so many of a thousand hints on purpose and sweep every eight hours: shows that the record is enough.",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<bool> FaultyMail = new("--faulty-mail")
    {
        Description =
            "Give the mail server bad days: faults, answers that are lost, mails that come back, reports late, twice and"
            + " in any order: shows that each mail leaves once.",
    };

    private static readonly Option<string> Store = new Option<string>("--store")
    {
        Description = "Keep record and evidence on disk or in azurite, which is started"
            + $" unless {AzuriteHost.Variable} names one.",
        DefaultValueFactory = _ => "disk",
    }.AcceptOnlyFromAmong("disk", "azurite");

    public static Command Create()
    {
        var command = new Command(
            "season", "Play the whole programme, from the first window to the last decision, in virtual time.")
        {
            Entries, Seed, ProgrammeOption.Instance, Json, Html, JournalFile, Data, LostHints, FaultyMail, Store,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        DurableEngine.WarmUp();
        var editions = ProgrammeOption.Read(parsed);
        var options = new SeasonOptions(
            editions[0], parsed.GetValue(Entries), parsed.GetValue(Seed), LostHints: parsed.GetValue(LostHints))
        {
            Further = [.. editions.Skip(1)],
            OnAzurite = parsed.GetValue(Store) == "azurite",
            FaultyMail = parsed.GetValue(FaultyMail),
        };
        options.Check();
        var outputs = new[] { Json, Html, JournalFile }.Select(parsed.GetValue).OfType<string>().ToList();
        outputs.ForEach(OutputFile.CheckWritable);
        if (options.OnAzurite && AzuriteHost.IsOwn && parsed.GetValue(Data) is not null)
            throw new UsageException(
                "--data is of no use with an Azurite that ends with the command:"
                + $" leave it out, or name one in {AzuriteHost.Variable}.");
        using var folder = WorkFolder.Of(parsed.GetValue(Data));
        await using var azurite = options.OnAzurite ? await AzuriteHost.OpenAsync(cancellation) : null;
        IStores stores = azurite is null ? new DiskStores() : new AzuriteStores(azurite.ConnectionString);
        await using var run = await SeasonRun.OpenAsync(options, folder.Path, stores, cancellation);
        var figures = await SeasonProgressBar.ShowAsync(
            AnsiConsole.Console, options, progress => run.PlayAsync(progress, cancellation));
        var report = await run.ReportAsync();
        ConsoleReport.Write(AnsiConsole.Console, report, figures);
        await OutputFile.WriteAsync(
            parsed.GetValue(Json), writer => writer.WriteAsync(TedoriJson.Write(report) + "\n"));
        await OutputFile.WriteAsync(
            parsed.GetValue(Html), async writer => await writer.WriteAsync(await run.PageAsync(report, figures)));
        await OutputFile.WriteAsync(parsed.GetValue(JournalFile), run.WriteJournalAsync);
        return report.Held ? 0 : 1;
    }
}

/// <summary>
/// The folder a command works in: the one that was named, or a temporary one that goes with the command.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly bool temporary;

    private WorkFolder(string path, bool temporary)
    {
        Path = path;
        this.temporary = temporary;
    }

    public string Path { get; }

    public static WorkFolder Of(string? named) => named is not null
        ? new(named, false)
        : new(Directory.CreateTempSubdirectory("tedori-").FullName, true);

    public void Dispose()
    {
        if (temporary)
            Directory.Delete(Path, recursive: true);
    }
}
