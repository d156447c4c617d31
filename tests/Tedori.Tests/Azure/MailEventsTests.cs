using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using Tedori.Functions.Mail;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Azure;

public sealed class MailEventsTests : IAsyncLifetime, IDisposable
{
    private const string Id = "r7-01-00001.entryReceived.0001";
    private readonly ECDsa signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TestOffice office = new();
    private readonly MailEventEndpoints trigger;

    public MailEventsTests()
    {
        Assert.True(MailEventsKey.TryParse(Convert.ToBase64String(signer.ExportSubjectPublicKeyInfo()), out var key));
        trigger = Trigger(key);
    }

    public async Task InitializeAsync()
    {
        await office.EnterAsync(1);
        await office.Notices.SendAsync(NoticeId.Parse(Id));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => signer.Dispose();

    [Theory]
    [InlineData("delivered", NoticeState.Delivered)]
    [InlineData("bounce", NoticeState.Bounced)]
    [InlineData("dropped", NoticeState.Bounced)]
    [InlineData("processed", NoticeState.Sent)]
    [InlineData("open", NoticeState.Sent)]
    public async Task Take_SignedEvent_IsRecorded(string name, NoticeState state)
    {
        Assert.Equal(204, await PostAsync(Event(name)));
        Assert.Equal(204, await PostAsync(Event(name)));
        Assert.Equal(state, await StateAsync());
    }

    [Fact]
    public async Task Take_SeveralEventsAndOtherMails_TakesOurs()
    {
        var other = """{"event":"delivered","sg_event_id":"x","timestamp":1,"notice":"newsletter"}""";
        Assert.Equal(204, await PostAsync($"[{other},{Event("processed")[1..^1]},{Event("delivered")[1..]}"));
        Assert.Equal(NoticeState.Delivered, await StateAsync());
    }

    [Fact]
    public async Task Take_NoticeThatIsNotOnTheRecordYet_IsAskedForAgain() =>
        Assert.Equal(503, await PostAsync(Event("delivered", "r7-01-00001.entryReceived.0002")));

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{")]
    [InlineData("")]
    [InlineData("""[{"event":"delivered","notice":"r7-01-00001.entryReceived.0001"}]""")]
    [InlineData(
        """[{"event":"delivered","notice":"r7-01-00001.entryReceived.0001","sg_event_id":"x","timestamp":"1"}]""")]
    public async Task Take_SignedNonsense_IsABadRequest(string body)
    {
        Assert.Equal(400, await PostAsync(body));
        Assert.Equal(NoticeState.Sent, await StateAsync());
    }

    [Theory]
    [InlineData(-601, 403)]
    [InlineData(-600, 204)]
    [InlineData(600, 204)]
    [InlineData(601, 403)]
    public async Task Take_OldOrFutureTimestamp_IsAReplay(int seconds, int status) =>
        Assert.Equal(status, await PostAsync(Event("delivered"), at: office.Now + Duration.FromSeconds(seconds)));

    [Fact]
    public async Task Take_ChangedBody_IsForbidden()
    {
        var body = Event("delivered");
        Assert.Equal(403, await PostAsync(body.Replace("delivered", "bounce", StringComparison.Ordinal), signed: body));
        Assert.Equal(NoticeState.Sent, await StateAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("no base64")]
    public async Task Take_NoSignature_IsForbidden(string signature) =>
        Assert.Equal(403, await PostAsync(Event("delivered"), signature: signature));

    [Fact]
    public async Task Take_WithoutAKey_IsForbidden() =>
        Assert.Equal(403, await PostAsync(Event("delivered"), trigger: Trigger(MailEventsKey.None)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_TooMuch_IsRefusedBeforeItIsRead(bool declared) =>
        Assert.Equal(413, await PostAsync(new string(' ', MailEventEndpoints.MostBytes + 1), declared: declared));

    private MailEventEndpoints Trigger(MailEventsKey key) => new(
        key, new(office.Records, new EditionCatalog(Sample.R7), office.Notices, office.Clock), office.Clock,
        NullLogger<MailEventEndpoints>.Instance);

    private string Event(string name, string notice = Id)
    {
        var at = office.Now.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture,
            $$"""[{"event":"{{name}}","sg_event_id":"{{name}}-1","timestamp":{{at}},"notice":"{{notice}}"}]""");
    }

    private async Task<int> PostAsync(
        string body, string? signed = null, Instant? at = null, string? signature = null, MailEventEndpoints? trigger = null,
        bool declared = true)
    {
        var timestamp = (at ?? office.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new DefaultHttpContext().Request;
        var bytes = Encoding.UTF8.GetBytes(body);
        request.Body = new MemoryStream(bytes);
        request.ContentLength = declared ? bytes.Length : null;
        request.Headers[MailEventEndpoints.TimestampHeader] = timestamp;
        request.Headers[MailEventEndpoints.SignatureHeader] = signature ?? Convert.ToBase64String(signer.SignData(
            Encoding.UTF8.GetBytes(timestamp + (signed ?? body)), HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence));
        var client = new Mock<DurableTaskClient>("test").Object;
        var answer = await (trigger ?? this.trigger).TakeAsync(request, client, CancellationToken.None);
        return Assert.IsAssignableFrom<IStatusCodeActionResult>(answer).StatusCode!.Value;
    }

    private async Task<NoticeState> StateAsync() =>
        (await office.Records.ReadAsync(CaseRows.Ledger(NoticeId.Parse(Id))))!.Body.State;
}
