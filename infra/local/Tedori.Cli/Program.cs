using Tedori.Cli.Commands;

return await CommandLine.RunAsync(args);
