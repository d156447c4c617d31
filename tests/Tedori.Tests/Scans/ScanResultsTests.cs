using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging.Abstractions;
using Tedori.Functions.Azure.SignIn;
using Tedori.Functions.Scans;
using Tedori.Programme;
using Tedori.Testing.Office;
using Tedori.Workflows.Evidence;

namespace Tedori.Tests.Scans;

public sealed class ScanResultsTests
{
    private const string Role = """{"claims":[{"typ":"roles","val":"AzureEventGridSecureWebhookSubscriber"}]}""";
    private static readonly CaseId Case = CaseId.Parse("r7-01-00001");
    private static readonly string Digest = new('a', 64);
    private readonly TestOffice office = new();

    private EvidenceRecords Evidence => new(office.Records);

    [Fact]
    public async Task Verdict_OfAMaliciousFile_IsRecordedAndToldToStaff()
    {
        var answer = await PostAsync(Event("Malicious", """{"malwareNamesFound":["EICAR"]}"""));

        Assert.IsType<NoContentResult>(answer);
        var verdict = await Evidence.VerdictAsync(Case, Digest, CancellationToken.None);
        Assert.Equal((VirusFinding.Malicious, "EICAR"), (verdict!.Finding, verdict.Detail));
        Assert.Equal("virusFound", Assert.Single(await office.Tasks.AllAsync().ToListAsync()).Kind);
    }

    [Fact]
    public async Task Verdict_OfACleanFile_TellsNobody()
    {
        await PostAsync(Event("No threats found", "{}"));

        Assert.Equal(
            VirusFinding.Clean, (await Evidence.VerdictAsync(Case, Digest, CancellationToken.None))!.Finding);
        Assert.Empty(await office.Tasks.AllAsync().ToListAsync());
    }

    [Fact]
    public async Task Handshake_IsAnswered()
    {
        var answer = await PostAsync(
            """[{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"c-1"}}]""");

        Assert.Contains("c-1", Assert.IsType<JsonResult>(answer).Value!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, Role)]
    [InlineData(true, """{"claims":[{"typ":"roles","val":"Approver"}]}""")]
    [InlineData(true, null)]
    public async Task Verdict_FromAnybodyElse_IsRefusedAndNotRecorded(bool authenticates, string? principal)
    {
        var answer = await PostAsync(Event("Malicious", "{}"), authenticates, principal);

        Assert.Equal(401, Assert.IsType<ContentResult>(answer).StatusCode);
        Assert.Null(await Evidence.VerdictAsync(Case, Digest, CancellationToken.None));
    }

    [Theory]
    [InlineData("quarantine/r7-01-00001/x")]
    [InlineData("evidence/r7-01-00001/..%2Fx")]
    [InlineData("evidence/nobody/aaaa")]
    public async Task Verdict_OnSomethingElse_IsPassedOver(string path)
    {
        Assert.IsType<NoContentResult>(await PostAsync(Event("Malicious", "{}", path)));
        Assert.Empty(await office.Tasks.AllAsync().ToListAsync());
    }

    [Fact]
    public async Task Verdict_WithoutItsTime_IsTakenAndSoAreTheOthers()
    {
        var timeless = Event("Malicious", "{}").Replace("\"scanFinishedTimeUtc\":\"2025-06-12T08:00:00.1234567Z\",", "", StringComparison.Ordinal);
        var other = Event("No threats found", "{}", $"evidence/r7-01-00002/{Digest}");

        Assert.IsType<NoContentResult>(await PostAsync($"{timeless.Trim()[..^1]},1,null,{other.Trim()[1..]}"));

        Assert.Equal(VirusFinding.Malicious, (await Evidence.VerdictAsync(Case, Digest, CancellationToken.None))!.Finding);
        Assert.NotNull(await Evidence.VerdictAsync(new(Case.Round, 2), Digest, CancellationToken.None));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    public async Task Post_ThatIsNoArrayOfEvents_IsRefused(string body) =>
        Assert.Equal(400, Assert.IsType<ContentResult>(await PostAsync(body)).StatusCode);

    private static string Event(string type, string details, string? path = null) => $$"""
        [{"eventType":"Microsoft.Security.MalwareScanningResult","data":{
          "blobUri":"https://x.blob.example/{{path ?? $"evidence/{Case}/{Digest}"}}","scanResultType":"{{type}}",
          "scanFinishedTimeUtc":"2025-06-12T08:00:00.1234567Z","scanResultDetails":{{details}} } }]
        """;

    private Task<IActionResult> PostAsync(string body, bool authenticates = true, string? principal = Role)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        if (principal is not null)
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(
                Encoding.UTF8.GetBytes(principal));
        var results = new ScanResultEndpoints(
            new EventGridSignIn(authenticates), new(Evidence, office.Tasks), office.Clock, NullLogger<ScanResultEndpoints>.Instance);
        return results.TakeAsync(context.Request, CancellationToken.None);
    }
}
