using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using Tedori.Functions.Mail;
using Tedori.Programme.Cases;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Access;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Azure;

public sealed partial class MailEventsTests : IAsyncLifetime, IDisposable
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
    [InlineData("dropped", NoticeState.Dropped)]
    [InlineData("deferred", NoticeState.Deferred)]
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
    [InlineData("[{")]
    [InlineData("")]
    public async Task Take_SignedNonsense_IsABadRequest(string body)
    {
        Assert.Equal(400, await PostAsync(body));
        Assert.Equal(NoticeState.Sent, await StateAsync());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("""{"event":"delivered","notice":"r7-01-00001.entryReceived.0001"}""")]
    [InlineData("""{"event":"bounce","notice":"r7-01-00001.entryReceived.0001","sg_event_id":"x","timestamp":"1"}""")]
    public async Task Take_OneUnreadableEvent_KeepsItForStaffAndTakesTheOthers(string unreadable)
    {
        Assert.Equal(204, await PostAsync($"[{unreadable},{Event("delivered")[1..]}"));
        Assert.Equal(204, await PostAsync($"[{unreadable}]"));

        Assert.Equal(NoticeState.Delivered, await StateAsync());
        var task = Assert.Single(await TasksAsync());
        Assert.Equal("mailUnreadable", task.Kind);
        Assert.Contains(unreadable, task.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sg_event_id\":\"\",\"timestamp\":1747612800")]
    [InlineData("\"timestamp\":1747612800")]
    [InlineData("\"sg_event_id\":\"x\",\"timestamp\":1747612800.25")]
    public async Task Take_EventThatLacksLittle_IsTaken(string rest)
    {
        Assert.Equal(204, await PostAsync("[{\"event\":\"bounce\",\"notice\":\"" + Id + "\"," + rest + "}]"));
        Assert.Equal(NoticeState.Bounced, await StateAsync());
    }

    [Theory]
    [InlineData("delivered", "bounce", NoticeState.Bounced)]
    [InlineData("delivered", "dropped", NoticeState.Dropped)]
    [InlineData("dropped", "bounce", NoticeState.Bounced)]
    [InlineData("bounce", "delivered", NoticeState.Bounced)]
    [InlineData("bounce", "deferred", NoticeState.Bounced)]
    public async Task Take_BounceAndDelivery_TheWorseInAnyOrderAndInOnePost(string first, string second, NoticeState state)
    {
        Assert.Equal(204, await PostAsync($"{Event(first)[..^1]},{Event(second)[1..]}"));

        Assert.Equal(state, await StateAsync());
        Assert.Equal("mailBounced", Assert.Single(await TasksAsync()).Kind);
    }

    [Fact]
    public async Task Take_SpamReport_IsATask()
    {
        Assert.Equal(204, await PostAsync(Event("delivered")));
        Assert.Equal(204, await PostAsync(Event("spamreport")));

        Assert.Equal(NoticeState.Spam, await StateAsync());
        var task = Assert.Single(await TasksAsync());
        Assert.Equal(("mailSpam", Id), (task.Kind, task.Subject));
    }

    [Theory]
    [InlineData("\"smtp-id\":\"<r7-01-00001.entryReceived.0001@example.jp>\"")]
    [InlineData("\"email\":\"HANAKO@example.jp\"")]
    public async Task Take_BounceWithoutOurArgument_IsMatchedByItsMessageOrAddressAndTime(string known)
    {
        Assert.Equal(204, await PostAsync(Bounce(known)));
        Assert.Equal(NoticeState.Bounced, await StateAsync());
    }

    [Theory]
    [InlineData("processed", NoticeState.Sent)]
    [InlineData("deferred", NoticeState.Deferred)]
    [InlineData("delivered", NoticeState.Delivered)]
    public async Task Take_AnyReportOnAHandOverThatNobodyAnswered_IsTheProofThatItWasTaken(string name, NoticeState state)
    {
        await office.EnterAsync(2);
        var second = NoticeId.Parse("r7-01-00002.entryReceived.0001");
        office.Mail.BreaksAfterwards = true;
        Assert.Equal(NoticeState.Pending, (await office.Notices.SendAsync(second)).State);

        var sent = $"{Event(name, $"{second}")[..^2]},\"sg_message_id\":\"14c5d75ce93.dfd.64b469.filter0001.1.0\"}}]";
        Assert.Equal(204, await PostAsync(sent));

        var row = (await office.Records.ReadAsync(CaseRows.Ledger(second)))!.Body;
        Assert.Equal((state, "14c5d75ce93"), (row.State, row.MessageId));
        Assert.NotEqual(NoticeState.Pending, (await office.Notices.SendAsync(second)).State);
        Assert.Single(office.Mail.Taken, m => m.NoticeId == $"{second}");
    }

    [Fact]
    public async Task Take_WhatIsOnItsWay_IsNoRowOfItsOwn()
    {
        Assert.Equal(204, await PostAsync(Event("processed")));
        Assert.Equal(204, await PostAsync(Event("deferred")));
        Assert.Equal(NoticeState.Deferred, await StateAsync());
        Assert.Empty(office.Records.Keys(RecordSet.Office, "mail-events-2025-05-19"));
    }

    [Fact]
    public async Task Take_BounceThatNamesTheMessage_IsMatchedByItBeforeTheTime()
    {
        var again = NoticeId.Parse("r7-01-00001.linkSentAgain.0001");
        office.Clock.Advance(Duration.FromMinutes(5));
        await office.Get<LinkService>().SendAgainAsync(again.CaseId, Sample.Form.Email, office.Now);
        await office.Notices.SendAsync(again);
        await office.Records.ChangeAsync(
            CaseRows.Ledger(NoticeId.Parse(Id)), s => s! with { MessageId = "14c5d75ce93" });
        Assert.Equal(204, await PostAsync(Bounce(
            "\"email\":\"hanako@example.jp\",\"sg_message_id\":\"14c5d75ce93.dfd.64b469.filter0001.1.0\"")));
        Assert.Equal(NoticeState.Bounced, await StateAsync());
    }

    [Fact]
    public async Task Take_BounceOfNobodyKnown_IsATask()
    {
        Assert.Equal(204, await PostAsync(Bounce("\"email\":\"nobody@example.jp\"")));

        var task = Assert.Single(await TasksAsync());
        Assert.Equal("mailStray", task.Kind);
        Assert.Contains("nobody@example.jp", task.Text, StringComparison.Ordinal);
        Assert.Equal(NoticeState.Sent, await StateAsync());
    }

    private MailEventEndpoints Trigger(MailEventsKey key) => new(
        key,
        new(
            new(office.Records, new EditionCatalog(Sample.R7), office.Notices, office.Get<MailTraffic>(), office.Clock),
            new(office.Records, new EditionCatalog(Sample.R7), new(reload: null), office.Clock), office.Records,
            new(office.Records), office.Clock),
        office.Clock, TimeProvider.System, NullLogger<MailEventEndpoints>.Instance);

    private string Event(string name, string notice = Id)
    {
        var at = office.Now.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture,
            $$"""[{"event":"{{name}}","sg_event_id":"{{name}}-1","timestamp":{{at}},"notice":"{{notice}}"}]""");
    }

    private string Bounce(string known) => string.Create(CultureInfo.InvariantCulture,
        $"[{{\"event\":\"bounce\",\"sg_event_id\":\"b\",\"timestamp\":{office.Now.ToUnixTimeSeconds() + 60},{known}}}]");

    private async Task<List<StaffTask>> TasksAsync()
    {
        var all = new List<StaffTask>();
        await foreach (var task in new StaffTasks(office.Records).AllAsync())
            all.Add(task);
        return all;
    }

    private async Task<int> PostAsync(
        string body, string? signed = null, Instant? at = null, string? signature = null, MailEventEndpoints? trigger = null,
        bool declared = true)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = SignedRequest.Of(
            signer, bytes, at ?? office.Now, signed is null ? null : Encoding.UTF8.GetBytes(signed), signature);
        request.ContentLength = declared ? bytes.Length : null;
        var client = new Mock<DurableTaskClient>("test").Object;
        var answer = await (trigger ?? this.trigger).TakeAsync(request, client, CancellationToken.None);
        return Assert.IsAssignableFrom<IStatusCodeActionResult>(answer).StatusCode!.Value;
    }

    private async Task<NoticeState> StateAsync() =>
        (await office.Records.ReadAsync(CaseRows.Ledger(NoticeId.Parse(Id))))!.Body.State;
}
