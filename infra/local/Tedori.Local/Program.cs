using Tedori.Local.Commands;

return await CommandLine.RunAsync(args);
