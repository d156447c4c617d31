using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Tedori.Engine;
using Tedori.Engine.Sqlite;
using Tedori.Functions.Development;
using Tedori.Local.Composition;
using Tedori.Local.Serve;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Serialization;
using Tedori.Season;
using Tedori.Workflows.Access;

namespace Tedori.Benchmarks;

/// <summary>
/// Measures the console, the public pages and companies' pages over HTTP with many cases, in a process that has warmed itself as every served one does. The
/// first request of each page is printed too; that of the console's first page is the first of the process.
/// </summary>
internal static partial class StaffBench
{
    // All entry windows are over by then, and all calendars still reach further.
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 1, 0);

    private static readonly string[] Paths =
    [
        "/staff", "/staff/cases", "/staff/cases?q=ベンチ04321", "/staff/cases?q=べんち", "/staff/cases?q=r7-05-00123",
        "/staff/cases?q=03-1234", "/staff/cases?q=keiri12345", "/staff/cases?round=5&step=CompanyRegistration", "/staff/cases?order=Due",
        "/staff/cases?order=Name&page=500", "/staff/cases?correction=open&order=Since", "/staff/cases?outcome=Lost", "/staff/rounds",
        "/staff/audit", "/staff/cases/r7-05-00123", "/staff/cases.csv?round=5",
        "/", "/guide", "/rounds/5", "/entry", "/plan", "/kit", "/open-data", "/open-data/rounds.json",
    ];

    // Filed, and asked for a correction.
    private const string Corrected = "r7-05-00001";

    // Drawn, and to file a company's registration until the day of the measurement.
    private const string Drawn = "r7-10-00001";

    private static readonly string[] CompanyPaths = [$"/my/{Corrected}", $"/my/{Drawn}", $"/my/{Drawn}/forms/company"];

    public static async Task<int> RunAsync(int cases, int requests, TextWriter output, CancellationToken cancellation)
    {
        var folder = BenchFolder.NewPath();
        var edition = EditionReader.R7();
        try
        {
            var started = Stopwatch.GetTimestamp();
            await using (var filled = await OpenAsync(folder, new RunningTimeline(Start), edition, Durability.Normal, cancellation))
                await new StaffCases(filled.Services, edition).FillAsync(cases, cancellation);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{{\"filled\":{cases},\"seconds\":{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0}}}"));
            await MeasureAsync(folder, edition, cases, requests, output, cancellation);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(
        string folder, Edition edition, int cases, int requests, TextWriter output, CancellationToken cancellation)
    {
        var clock = ServeClock.Open(folder, Start);
        await using var platform = await OpenAsync(folder, clock.Timeline, edition, Durability.Full, cancellation);
        await using var app = WebHost.Build(platform, clock, port: 0, failure => throw failure);
        var started = Stopwatch.GetTimestamp();
        await app.StartAsync(cancellation);
        await WebHost.WarmAsync(app);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{{\"warm\":{cases},\"ms\":{Stopwatch.GetElapsedTime(started).TotalMilliseconds:0}}}"));
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
        await SignInAsync(http, cancellation);
        await OpenAsync(http, platform.Services, Corrected, cancellation);
        await OpenAsync(http, platform.Services, Drawn, cancellation);
        foreach (var path in Paths.Concat(CompanyPaths))
        {
            await output.WriteLineAsync(TedoriJson.Write(await MeasureAsync(http, path + " (first)", path, cases, 1, cancellation)));
            await output.WriteLineAsync(TedoriJson.Write(await MeasureAsync(http, path, path, cases, requests, cancellation)));
        }
    }

    private static Task<LocalPlatform> OpenAsync(
        string folder, ITimeline timeline, Edition edition, Durability durability, CancellationToken cancellation) => LocalPlatform.OpenAsync(
        new()
        {
            Folder = folder,
            Timeline = timeline,
            Editions = [edition],
            BeaconSeed = 1,
            PublicAddress = new(new Uri("http://127.0.0.1/")),
            Durability = durability,
            SignIn = DevelopmentSignIn.From,
            // Nothing is to run while it is measured.
            Hints = hints => new LossyHints(hints, new HintLoss(1, 1000)),
        }, cancellation);

    private static async Task<StaffBenchResult> MeasureAsync(
        HttpClient http, string name, string path, int cases, int requests, CancellationToken cancellation)
    {
        var (times, bytes) = (new double[requests], 0);
        for (var i = 0; i < requests; i++)
        {
            var started = Stopwatch.GetTimestamp();
            bytes = (await http.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellation)).Length;
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return new(name, cases, requests, At(times, 0.5), At(times, 0.95), At(times, 1), bytes, BenchFolder.PeakMiB());
    }

    private static double At(double[] sorted, double share) =>
        Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))], 1);

    private static async Task SignInAsync(HttpClient http, CancellationToken cancellation)
    {
        var path = new Uri("/local/sign-in", UriKind.Relative);
        var (name, value) = TokenIn(await http.GetStringAsync(path, cancellation));
        using var form = new FormUrlEncodedContent([new(name, value), new("person", "dev-endo")]);
        using var response = await http.PostAsync(path, form, cancellation);
        if (response.StatusCode != HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"The sign-in answered {(int)response.StatusCode}.");
    }

    // As a company does: the link of a mail, then the click that it asks for.
    private static async Task OpenAsync(HttpClient http, IServiceProvider services, string caseId, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<CaseAccess>().LinkAsync(CaseId.Parse(caseId), cancellation)
            ?? throw new InvalidOperationException($"There is no link to {caseId}.");
        var hidden = Hidden().Matches(await http.GetStringAsync(new Uri(link.PathAndQuery, UriKind.Relative), cancellation));
        using var form = new FormUrlEncodedContent(
            hidden.Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))));
        using var response = await http.PostAsync(new Uri("/my/open", UriKind.Relative), form, cancellation);
        if (response.StatusCode != HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"The link to {caseId} answered {(int)response.StatusCode}.");
    }

    private static (string Name, string Value) TokenIn(string page)
    {
        var match = Hidden().Match(page);
        return (match.Groups[1].Value, match.Groups[2].Value);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
