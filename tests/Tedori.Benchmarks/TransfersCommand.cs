using System.CommandLine;
using Tedori.Local;
using Tedori.Programme.Payments;

namespace Tedori.Benchmarks;

/// <summary><c>transfers</c>: measures a list of payments to the file for the bank, and back; JSON lines.</summary>
internal static class TransfersCommand
{
    private static readonly Option<int> N = new("--n")
    {
        Description = "Payments of the list.",
        DefaultValueFactory = _ => 100_000,
    };

    public static Command Create()
    {
        var command = new Command(
            "transfers", "Write and read the bank's file of one list of payments, and read the bank's result: a line of JSON each.")
        {
            N,
        };
        command.SetAction(parsed =>
        {
            var n = parsed.GetValue(N);
            if (n is < 1 or >= TransferFile.MostTransfers)
                throw new UsageException($"--n {n} is out of range: give 1 to {TransferFile.MostTransfers - 1}.");
            TransferBench.Run(n, Console.Out);
            return 0;
        });
        return command;
    }
}
