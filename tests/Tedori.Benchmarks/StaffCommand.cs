using System.CommandLine;
using Tedori.Local;

namespace Tedori.Benchmarks;

/// <summary><c>staff</c>: measures the console, public and company pages with many cases, one JSON line a page.</summary>
internal static class StaffCommand
{
    private const int MostCases = 500_000;
    private const int MostRequests = 10_000;

    private static readonly Option<int> Cases = new("--cases")
    {
        Description = "Cases in the record, spread over the rounds.",
        DefaultValueFactory = _ => 50_000,
    };

    private static readonly Option<int> Requests = new("--requests")
    {
        Description = "Requests of each page, one after the other.",
        DefaultValueFactory = _ => 50,
    };

    public static Command Create()
    {
        var command = new Command(
            "staff", "Measure the console, public and company pages over HTTP: fill a record, then a line of JSON for each page.")
        {
            Cases, Requests,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var (cases, requests) = (parsed.GetValue(Cases), parsed.GetValue(Requests));
            if (cases is < 1 or > MostCases)
                throw new UsageException($"--cases {cases} is out of range: give 1 to {MostCases}.");
            if (requests is < 1 or > MostRequests)
                throw new UsageException($"--requests {requests} is out of range: give 1 to {MostRequests}.");
            return StaffBench.RunAsync(cases, requests, Console.Out, cancellation);
        });
        return command;
    }
}
