using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Local.Host;
using Tedori.Testing.Serve;
using Xunit.Abstractions;

namespace Tedori.Tests.Http;

/// <summary>Every HTTP trigger of the app, found by its attribute, under requests that no page of ours makes.</summary>
public sealed class HostileInputTests(ServedFolder served, ITestOutputHelper output) : IClassFixture<ServedFolder>
{
    private const int Requests = 10_000;
    private const int Callers = 16;

    private static readonly string[] Fields =
    [
        "token", "token_of_link", "action", "round", "key", "kind", "company-name", "corporate-number", "employees", "email",
        "receipt-number", "condition-workRules", "consent", "files", "id", "page", "reason",
    ];

    private static readonly IReadOnlyList<string> Routes = [.. FunctionCatalog.Of(typeof(RequestPipeline).Assembly)
        .With<HttpTriggerAttribute>().Select(t => t.Trigger.Route ?? t.Function.Name).Distinct()];

    [Fact]
    public async Task Requests_OfEveryKindOnEveryRoute_BreakReflectAndChangeNothing()
    {
        var seed = Environment.GetEnvironmentVariable("TEDORI_FUZZ_SEED") is { } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : 20250519;
        output.WriteLine($"TEDORI_FUZZ_SEED={seed}, {Routes.Count} routes: {string.Join(" ", Routes)}");
        await served.IdleAsync();
        var before = await served.RowsAsync();
        var faults = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Task.Run(() => AttackAsync(c, seed + c, faults))));

        Assert.True(faults.IsEmpty, string.Join("\n", faults.Take(5)));
        await served.IdleAsync();
        var after = await served.RowsAsync();
        Assert.Empty(after.Except(before));
        Assert.Empty(before.Except(after));
    }

    private async Task AttackAsync(int caller, int seed, ConcurrentBag<string> faults)
    {
        // Limits are the matter of other tests; here every request is to reach its route.
        using var http = served.NewClient(null, handler => handler.FromEverywhere(caller + 1));
        var hostile = new HostileRequest(new Random(seed), Routes, Fields);
        for (var n = 0; n < Requests / Callers; n++)
        {
            using var request = hostile.Next();
            // As text, because a path of two slashes would name another host.
            request.RequestUri = new($"{http.BaseAddress!.ToString().TrimEnd('/')}{request.RequestUri}");
            var what = $"seed {seed}, request {n}: {request.Method} {request.RequestUri}";
            using var answer = await http.SendAsync(request);
            if ((int)answer.StatusCode >= 500)
                faults.Add($"{what} was answered with {(int)answer.StatusCode}");
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(c => !c.StartsWith("tedori-form=", StringComparison.Ordinal)))
                faults.Add($"{what} set {string.Join(", ", cookies)}");
            if (await Reflection.InAsync(answer))
                faults.Add($"{what} reflected markup");
        }
    }
}
