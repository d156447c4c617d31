using Tedori.Local.Bench;
using Tedori.Local.Commands;

// A process that a benchmark started plays its part at once: reading a command line is not what is measured.
if (RestartWorkload.Role is { } role) return await RestartWorkload.PlayAsync(role, Console.Out);
return await CommandLine.RunAsync(args);
