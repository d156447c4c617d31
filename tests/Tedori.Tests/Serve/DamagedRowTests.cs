using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Tedori.Local.Records;
using Tedori.Testing.Serve;
using Tedori.Testing.Staff;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Serve;

/// <summary>
/// A row that breaks while the folder is served: whoever asks sees a plain page, the log names the row.
/// </summary>
public sealed class DamagedRowTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const string Case = "r7-02-00001";
    private const string Secret = "見本太郎";

    [Theory]
    [InlineData("/local/cases/" + Case, "text/plain")]
    [InlineData("/staff/cases/" + Case, "text/html")]
    public async Task Page_ThatNeedsTheRow_SaysNothingOfItAndTheLogNamesIt(string path, string kind)
    {
        using var log = new FakeLoggerProvider();
        foreach (var services in (IServiceProvider[])[served.HostServices, served.Services])
            services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var records = served.Services.GetRequiredService<SqliteRecords>();
        await records.CommitAsync(
            RecordSet.Cases, Case, [new Write.Upsert("event-0001", $"{{ \"number\": 1, \"{Secret}\": }}")]);
        using var staff = await ActingClient.SignInAsync(served, "dev-aoki");

        using var response = await staff.GetAsync(path);

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(kind, response.Content.Headers.ContentType?.MediaType);
        GuardTests.AssertGuarded(response);
        Assert.DoesNotContain(Case, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        var lines = log.Collector.GetSnapshot().Select(r => $"{r.Message} {r.Exception}").ToList();
        Assert.Contains(lines, line =>
            line.Contains($"the row 'event-0001' of '{Case}' cannot be read", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(Secret, StringComparison.Ordinal));
    }
}
