using System.CommandLine;
using Tedori.Benchmarks;
using Tedori.Benchmarks.Figures;
using Tedori.Cli.Commands;

// A process that a benchmark started plays its part at once: reading a command line is not what is measured.
if (RestartWorkload.Role is { } role)
    return await RestartWorkload.PlayAsync(role, Console.Out);
return await CommandLine.RunAsync(
    "benchmarks",
    new RootCommand("Measures Tedori on this machine. Build it with -c Release, and let nothing run beside it.")
    {
        EngineCommand.Create(), EntriesCommand.Create(), StaffCommand.Create(), DrawCommand.Create(),
        RoundCommand.Create(), MailCommand.Create(), TransfersCommand.Create(),
        Tedori.Benchmarks.SeasonCommand.Create(), FiguresCommand.Create(),
    },
    args);
