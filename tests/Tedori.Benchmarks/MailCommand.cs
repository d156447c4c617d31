using System.CommandLine;
using Tedori.Local;

namespace Tedori.Benchmarks;

/// <summary><c>mail</c>: measures the result notices of one round that leave at once, one JSON line.</summary>
internal static class MailCommand
{
    private const int MostMails = 100_000;

    private static readonly Option<int> N = new("--n")
    {
        Description = "Result notices.",
        DefaultValueFactory = _ => 5_000,
    };

    private static readonly Option<int?> PerMinute = new("--per-minute")
    {
        Description = "Most that leave in a minute, as serve --mail-per-minute; without it all at once.",
    };

    public static Command Create()
    {
        var command = new Command(
            "mail", "Release one round and let all its result notices leave, with the durability of serve: a line of JSON.")
        {
            N, PerMinute,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var (n, most) = (parsed.GetValue(N), parsed.GetValue(PerMinute));
            if (n is < 1 or > MostMails)
                throw new UsageException($"--n {n} is out of range: give 1 to {MostMails}.");
            if (most is < 1 or > MostMails)
                throw new UsageException($"--per-minute {most} is out of range: give 1 to {MostMails}.");
            return MailBench.RunAsync(n, most, Console.Out, cancellation);
        });
        return command;
    }
}
