using System.CommandLine;
using Tedori.Local;

namespace Tedori.Benchmarks;

/// <summary><c>round</c>: measures one large round through the records, one JSON line a phase.</summary>
internal static class RoundCommand
{
    private const int MostEntries = 2_000_000;

    private static readonly Option<int> Entries = new("--entries")
    {
        Description = "Entries of the round, 20 to 2,000,000.",
        DefaultValueFactory = _ => 1_000_000,
    };

    private static readonly Option<bool> Seeded = new("--seeded")
    {
        Description = "Write the entries into the list directly, without cases: measures sealing, draw and what reads the list.",
    };

    public static Command Create()
    {
        var command = new Command(
            "round",
            "Take one large round through the records of one machine, from its entries to the published result:"
                + " a line of JSON for each phase.")
        {
            Entries, Seeded,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var entries = parsed.GetValue(Entries);
            if (entries is < 20 or > MostEntries)
                throw new UsageException($"--entries {entries} is out of range: give 20 to {MostEntries}.");
            return RoundBench.RunAsync(
                entries, parsed.GetValue(Seeded), Console.Out, what => Console.Error.WriteLine($"round: {what}"), cancellation);
        });
        return command;
    }
}
