using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Functions.Http;
using Tedori.Local.Host;
using Tedori.Programme;
using Tedori.Testing;
using Tedori.Testing.Cases;
using Tedori.Testing.Companies;
using Tedori.Testing.Serve;
using Tedori.Workflows.Records;
using Xunit.Abstractions;

namespace Tedori.Tests.Http;

/// <summary>
/// Companies with an open session and a valid form's token, under requests against the cases of others, with links that
/// are forged, of another purpose, expired, voided or used before.
/// </summary>
public sealed class HostileSessionTests(WonRound round, ITestOutputHelper output) : IClassFixture<WonRound>
{
    private const int Requests = 10_000;
    private const int Callers = 12;
    private const string Foreign = "foreign";
    private const string Unreadable = "unreadable";
    private const string Ended = "ended";
    private const string Replayed = "replayed";
    private const string Own = "own";

    private static readonly string[] Fields =
    [
        "action", "kind", "page", "id", "files", "uploadId", "amount", "items", "answer", "item-1", "corporate-number",
        "consent",
    ];

    private static readonly IReadOnlyList<string> Posts = [.. FunctionCatalog.Of(typeof(RequestPipeline).Assembly)
        .With<HttpTriggerAttribute>().Where(t => t.Trigger.Methods!.Contains("post", StringComparer.OrdinalIgnoreCase))
        .Select(t => t.Trigger.Route!).Distinct()];

    private static readonly IReadOnlyList<(string Name, CronSchedule Schedule)> Timers =
        [.. FunctionCatalog.Of(typeof(RequestPipeline).Assembly).With<TimerTriggerAttribute>()
            .Select(t => (t.Function.Name, CronSchedule.Parse(t.Trigger.Schedule)))];

    // Whoever signs out ends the session with which it is to attack.
    private static readonly IReadOnlyList<string> OwnPosts =
        [.. Posts.Where(p => !p.EndsWith("/signout", StringComparison.Ordinal))];

    private static readonly IReadOnlyList<string> CasePosts =
        [.. Posts.Where(r => r.StartsWith("my/{caseId}", StringComparison.Ordinal))];

    // A walk that met nothing would show nothing.
    private static readonly (string Kind, HttpStatusCode Status, int Least)[] Expected =
    [
        (Foreign, HttpStatusCode.Forbidden, 3000), (Unreadable, HttpStatusCode.NotFound, 1000),
        (Ended, HttpStatusCode.Gone, 500), (Replayed, HttpStatusCode.SeeOther, 200),
    ];

    private readonly ConcurrentBag<string> faults = [];
    private readonly ConcurrentDictionary<(string Kind, HttpStatusCode Status), int> met = [];

    [Fact]
    public async Task Sessions_AgainstOtherCasesAndWithBadLinks_ChangeNothingThatIsNotTheirOwn()
    {
        var seed = Environment.GetEnvironmentVariable("TEDORI_FUZZ_SEED") is { } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : 20250519;
        output.WriteLine($"TEDORI_FUZZ_SEED={seed}, {CasePosts.Count} of {Posts.Count} routes are of a case");
        await LetTheTimersRunAsync();
        var victims = Enumerable.Range(0, 24).Select(_ => round.Take()).ToList();
        var links = await HostileLinks.OfAsync(round, victims);
        var companies = new List<HostileCompany>();
        for (var n = 0; n < Callers; n++)
            companies.Add(await HostileCompany.OpenAsync(round, round.Take()));
        await round.Served.IdleAsync();
        var before = await OthersRowsAsync(companies);

        await Task.WhenAll(companies.Select((c, n) => Task.Run(() => AttackAsync(c, n, seed + n, victims, links))));

        Assert.Empty(faults);
        await round.Served.IdleAsync();
        var after = await OthersRowsAsync(companies);
        Assert.Empty(after.Except(before));
        Assert.Empty(before.Except(after));
        foreach (var ((kind, status), count) in met.OrderBy(m => m.Key.Kind).ThenBy(m => m.Key.Status))
            output.WriteLine($"{kind} {(int)status}: {count}");
        Assert.All(Expected, m => Assert.True(
            met.GetValueOrDefault((m.Kind, m.Status)) > m.Least, $"{m.Kind} met {m.Status} too seldom."));
        await WouldBeTakenAsync(companies[0]);
    }

    // The app's own timers write as well. A day later each of them has run, and the next is minutes away.
    private async Task LetTheTimersRunAsync()
    {
        await UntilTimersRanAsync(Instant.MinValue);
        var later = Tokyo.At("2025-07-03T10:00:00");
        await round.AdvanceToAsync(later);
        await UntilTimersRanAsync(later);
    }

    private async Task UntilTimersRanAsync(Instant now)
    {
        var records = round.Served.Services.GetRequiredService<IRecords>();
        var waited = Stopwatch.StartNew();
        foreach (var (name, schedule) in Timers)
        {
            while (await records.ReadAsync(RecordSet.Office, "timers", name) is not { } row
                || schedule.Next(row.Read<Instant>()) <= now)
            {
                Assert.True(waited.Elapsed < Patience.Limit, $"{name} has not run since it was due by {now}.");
                await Task.Delay(50);
            }
        }
    }

    private async Task AttackAsync(
        HostileCompany company, int caller, int seed, IReadOnlyList<CaseId> victims, HostileLinks links)
    {
        using var http = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }.FromEverywhere(caller + 1))
        {
            BaseAddress = round.Served.Http.BaseAddress,
        };
        var dice = new Random(seed);
        var hostile = new HostileRequest(dice, Posts, Fields);
        for (var n = 0; n < Requests / Callers; n++)
        {
            var (kind, request) = Next(company, dice, hostile, victims, links);
            using var _ = request;
            request.RequestUri = new($"{http.BaseAddress!.ToString().TrimEnd('/')}{request.RequestUri}");
            request.Headers.Add("Cookie", company.Cookies);
            using var answer = await http.SendAsync(request);
            met.AddOrUpdate((kind, answer.StatusCode), 1, (_, count) => count + 1);
            await JudgeAsync(company, kind, answer, $"seed {seed}, request {n}: {kind} {request.RequestUri}");
        }
    }

    private static (string Kind, HttpRequestMessage Request) Next(
        HostileCompany company, Random dice, HostileRequest hostile, IReadOnlyList<CaseId> victims, HostileLinks links)
    {
        switch (dice.Next(20))
        {
            case < 9:
                return (Foreign, hostile.Form(hostile.Pick(CasePosts), $"{hostile.Pick(victims)}", company.Fields));
            case < 13:
                return (Unreadable, Use(hostile.Pick(links.Unreadable)));
            case < 15:
                return (Ended, Use(hostile.Pick(links.Ended)));
            case < 16:
                return (Replayed, Use(("my/open", company.Link)));
            default:
                // Whatever else can be posted, and to one's own case what no page of it sends.
                return (Own, hostile.Form(hostile.Pick(OwnPosts), $"{company.Id}", [company.Token]));
        }

        HttpRequestMessage Use((string Route, string Token) link) => hostile.Form(
            link.Route, "", [company.Token, new("token_of_link", link.Token)]);
    }

    private async Task JudgeAsync(HostileCompany company, string kind, HttpResponseMessage answer, string what)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
            faults.Add($"{what} was answered with {status}");
        if (await Reflection.InAsync(answer))
            faults.Add($"{what} reflected markup");
        // A limit may come first, also that of a form; a path that was spoilt is none.
        if (kind switch
        {
            Foreign => status is not (403 or 404 or 400),
            Unreadable => status is not (404 or 400 or 413),
            Ended => status is not (410 or 429 or 404 or 400 or 413),
            Replayed => status is not (303 or 429 or 404 or 400 or 413),
            _ => false,
        })
            faults.Add($"{what} was answered with {status}");
        if (!answer.Headers.TryGetValues("Set-Cookie", out var cookies))
            return;
        foreach (var cookie in cookies.Where(c => c.StartsWith("tedori-session=", StringComparison.Ordinal)))
        {
            if (kind is not (Replayed or Own) || !cookie.Contains($"path=/my/{company.Id}", StringComparison.Ordinal))
                faults.Add($"{what} set {cookie}");
        }
    }

    // Everything on record but what stands in the attackers' own cases, and what the timers write every few minutes.
    private async Task<List<string>> OthersRowsAsync(IEnumerable<HostileCompany> companies)
    {
        var left = companies.Select(c => $"Cases|{c.Id}|").Concat(["Office|watch|", "Office|canary|", "Office|timers|"]).ToList();
        var rows = await round.Served.RowsAsync();
        return [.. rows.Where(r => !left.Any(o => r.StartsWith(o, StringComparison.Ordinal)))];
    }

    // The very form that was sent to the others is taken for one's own case, or the walk would have shown nothing.
    private async Task WouldBeTakenAsync(HostileCompany company)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = round.Served.Http.BaseAddress,
        };
        var contact = new Uri($"/my/{company.Id}/contact", UriKind.Relative);
        using var request = new HttpRequestMessage(HttpMethod.Post, contact);
        request.Headers.Add("Cookie", company.Cookies);
        request.Content = new FormUrlEncodedContent(company.Fields);

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
