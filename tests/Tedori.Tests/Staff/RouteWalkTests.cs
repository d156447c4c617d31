using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Http;
using Tedori.Local.Host;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Staff;

/// <summary>
/// Walks all routes of the app as nobody and as each role: who gets in, and that nothing changes without a form's
/// token.
/// </summary>
public sealed partial class RouteWalkTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private static readonly IReadOnlyList<(string Method, string Route)> Routes = [.. FunctionCatalog.Of(
        typeof(RequestPipeline).Assembly)
        .With<HttpTriggerAttribute>()
        .SelectMany(t => t.Trigger.Methods!.Select(m => (m.ToUpperInvariant(), t.Trigger.Route!)))];

    // Members by looking, the others by timers of the host that run meanwhile.
    private static readonly string[] Watched = ["members", "watch", "canary", "timers"];

    [Fact]
    public void Routes_AllOfThem_HaveARowAndRowsARoute() => Assert.Equal(
        RouteTable.Rows.Keys.Order(StringComparer.Ordinal),
        Routes.Select(r => $"{r.Method} {r.Route}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("dev-aoki", Audience.Viewer, Audience.Guidance)]
    [InlineData("dev-ito", Audience.Viewer, Audience.Guidance, Audience.Reviewer, Audience.Guide)]
    [InlineData("dev-endo", Audience.Viewer, Audience.Guidance, Audience.Reviewer, Audience.Guide, Audience.Approver, Audience.Auditor)]
    [InlineData("dev-sasaki", Audience.Guidance, Audience.Guide)]
    [InlineData("dev-kato", Audience.Viewer, Audience.Guidance, Audience.Administrator, Audience.Auditor)]
    public async Task Member_OnEveryRoute_MeetsTheRowOfTheTable(string person, params Audience[] has)
    {
        using var client = await StaffClient.SignInAsync(served, person);

        var wrong = await WalkAsync(client.Http, (method, audience) => audience switch
        {
            Audience.Everybody or Audience.Nowhere or Audience.Company or Audience.KeyHolder => Outsider(method, audience),
            Audience.Proposer when !has.Contains(Audience.Viewer) => s => s == 403,
            Audience.Proposer when !has.Contains(Audience.Reviewer) => s => s == (method == "POST" ? 400 : 403),
            Audience.Proposer => s => s == (method == "POST" ? 400 : 200),
            _ => !has.Contains(audience)
                ? s => s == 403
                : method != "POST" ? s => s is 200 or 303 or 404 or 409 : s => s == 400,
        });

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Nobody_OnEveryRoute_MeetsTheRowOfTheTable()
    {
        using var http = served.NewClient();

        var wrong = await WalkAsync(http, (method, audience) => audience switch
        {
            Audience.Everybody or Audience.Nowhere or Audience.Company or Audience.KeyHolder => Outsider(method, audience),
            _ => method != "POST" ? s => s == 303 : s => s == 401,
        });

        Assert.Empty(wrong);
    }

    [Fact]
    public void Get_OnEveryRoute_IsAnsweredToHeadToo() => Assert.All(
        FunctionCatalog.Of(typeof(RequestPipeline).Assembly).With<HttpTriggerAttribute>()
            .Where(t => t.Trigger.Methods!.Contains("get")),
        t => Assert.Contains("head", t.Trigger.Methods!));

    [Theory]
    [InlineData("/")]
    [InlineData("/entry")]
    [InlineData("/healthz")]
    [InlineData("/rounds/1")]
    [InlineData("/my/r7-02-00001")]
    [InlineData("/staff")]
    [InlineData("/absent")]
    public async Task Head_OfAPage_IsAnsweredAsGetIsWithoutABody(string path)
    {
        using var get = await served.Http.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));
        using var head = await served.Http.SendAsync(request);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    // The audit log and the list of members are written by looking, and by nothing else.
    [Fact]
    public async Task Walk_AsTheMostPowerful_ChangesNothingInTheRecord()
    {
        await served.IdleAsync();
        var before = await RowsAsync();
        using var endo = await StaffClient.SignInAsync(served, "dev-endo");
        using var kato = await StaffClient.SignInAsync(served, "dev-kato");

        await WalkAsync(endo.Http, (_, _) => _ => true);
        await WalkAsync(kato.Http, (_, _) => _ => true);

        Assert.Equal(before, await RowsAsync());
    }

    private static Func<int, bool> Outsider(string method, Audience audience) => (method, audience) switch
    {
        (_, Audience.Nowhere) => s => s is 404 or 405,
        ("GET" or "HEAD", Audience.Everybody) => s => s is 200 or 404,
        (_, Audience.Everybody) => s => s == 400,
        _ => s => s is 401 or 403,
    };

    private static async Task<List<string>> WalkAsync(HttpClient http, Func<string, Audience, Func<int, bool>> expected)
    {
        var wrong = new List<string>();
        foreach (var (method, route) in Routes)
        {
            using var request = new HttpRequestMessage(new(method), new Uri("/" + PathOf(route), UriKind.Relative));
            if (method == "POST")
                request.Content = new FormUrlEncodedContent([new("x", "y")]);
            using var response = await http.SendAsync(request);
            var status = (int)response.StatusCode;
            if (!RouteTable.Rows.TryGetValue($"{method} {route}", out var audience)
                || !expected(method, audience)(status))
                wrong.Add($"{method} {route} {status}");
            if (response.StatusCode == HttpStatusCode.SeeOther
                && response.Headers.Location!.OriginalString.Contains("sign-in", StringComparison.Ordinal))
                Assert.Null(response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : null);
        }

        return wrong;
    }

    private static string PathOf(string route) => Parameter().Replace(route, m => m.Groups[1].Value switch
    {
        "id" or "caseId" => "r7-02-00001",
        "round" => "r7-01",
        "sha256" => new string('0', 64),
        "ignored" => "",
        "path" => "no/such/page",
        _ => "1",
    });

    private async Task<List<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var set in Enum.GetValues<RecordSet>())
        {
            await foreach (var (partition, row) in served.Services.GetRequiredService<IAllRecords>().ScanAllAsync(set))
            {
                if (!partition.StartsWith("audit-", StringComparison.Ordinal) && !Watched.Contains(partition))
                    rows.Add($"{set} {partition} {row.Key} {row.Version}");
            }
        }

        return rows;
    }

    [GeneratedRegex(@"\{\*?(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
