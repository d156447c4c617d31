using SendGrid;
using Tedori.Functions.Azure.Mail;
using Tedori.Testing.Cases;
using Tedori.Workflows.Mail;

namespace Tedori.Tests.Azure;

/// <summary>The adapter and the client over real HTTP, against a server that keeps mails in the outbox.</summary>
public sealed class SendGridMailTests : IAsyncLifetime
{
    private static readonly OutgoingMail Mail = new(
        "r7-01-00001.entryReceived.0001", Sample.Form.Email, Sample.Form.CompanyName, "受け付けました", "本文", "<p>本文</p>",
        Tokyo.At("2025-05-19T09:00:00"));

    private FakeSendGrid server = null!;
    private SendGridMail mail = null!;

    public async Task InitializeAsync()
    {
        server = await FakeSendGrid.StartAsync();
        mail = Adapter(FakeSendGrid.Key);
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    [Fact]
    public async Task Send_Taken_ArrivesWholeAndIsReportedOnLater()
    {
        var receipt = await mail.SendAsync(Mail);
        var sent = server.Outbox.Find(Mail.NoticeId)!;
        Assert.Equal(new(sent.MessageId, Delivered: false), receipt);
        Assert.Equal(
            (Mail.To, Mail.ToName, Mail.Subject, Mail.Text, Mail.Html),
            (sent.To, sent.ToName, sent.Subject, sent.Text, sent.Html));
    }

    [Fact]
    public async Task Send_Taken_CarriesIdsAndIsNotTracked()
    {
        await mail.SendAsync(Mail);
        var request = Assert.Single(server.Requests);
        Assert.Equal("office@tedori.example", (string?)request["from"]!["email"]);
        Assert.Equal("<r7-01-00001.entryReceived.0001@tedori.example>", (string?)request["headers"]!["Message-ID"]);
        Assert.Equal(
            """{"notice":"r7-01-00001.entryReceived.0001","case":"r7-01-00001"}""",
            request["custom_args"]!.ToJsonString());
        Assert.Equal(
            """{"click_tracking":{"enable":false,"enable_text":false},"open_tracking":{"enable":false}}""",
            request["tracking_settings"]!.ToJsonString());
        Assert.Equal(["text/plain", "text/html"], request["content"]!.AsArray().Select(c => (string?)c!["type"]));
    }

    [Fact]
    public async Task Send_ToTheOfficeItself_IsOfNoCase()
    {
        await mail.SendAsync(Mail with { NoticeId = "alarm-20250528-results-r7-01" });
        Assert.Equal(
            """{"notice":"alarm-20250528-results-r7-01"}""",
            Assert.Single(server.Requests)["custom_args"]!.ToJsonString());
    }

    [Fact]
    public async Task Send_OfADivertedMail_SaysInAHeaderForWhomItIsMeant()
    {
        await mail.SendAsync(new MailDiversion("test@office.example").Of(Mail));
        var request = Assert.Single(server.Requests);
        Assert.Equal(Mail.To, (string?)request["headers"]![MailDiversion.Header]);
        Assert.Equal("test@office.example", (string?)request["personalizations"]![0]!["to"]![0]!["email"]);
    }

    [Fact]
    public async Task Send_OfAProgrammeThatNamesItsOffice_IsAnsweredThere()
    {
        await mail.SendAsync(Mail with { ReplyTo = "jimukyoku@example.jp" });
        Assert.Equal("jimukyoku@example.jp", (string?)Assert.Single(server.Requests)["reply_to"]!["email"]);
    }

    [Fact]
    public async Task Send_WithALetter_CarriesItWhole()
    {
        await mail.SendAsync(Mail with { Attachments = [new("決定通知書-r7-01-00001.pdf", "application/pdf", [1, 2, 3, 0, 255])] });

        var file = Assert.Single(Assert.Single(server.Requests)["attachments"]!.AsArray())!;
        Assert.Equal(
            ("決定通知書-r7-01-00001.pdf", "application/pdf", "AQIDAP8="),
            ((string?)file["filename"], (string?)file["type"], (string?)file["content"]));
    }

    [Fact]
    public async Task Send_Again_CarriesTheSameMessageId()
    {
        await mail.SendAsync(Mail);
        await mail.SendAsync(Mail);
        Assert.Single(server.Requests.Select(r => (string?)r["headers"]!["Message-ID"]).Distinct());
        Assert.Equal(1, server.Outbox.Count());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task Send_FaultOfTheMessage_IsRefusedForEverAndNotTriedAgain(int status)
    {
        server.Answers.Enqueue(status);
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => mail.SendAsync(Mail));
        Assert.Equal($"SendGrid answered {status}.", refused.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Send_FaultOfTheOffice_IsForLaterAndNotTriedAgainNow(int status)
    {
        server.Answers.Enqueue(status);
        await Assert.ThrowsAsync<MailNotTakenException>(() => mail.SendAsync(Mail));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Send_WithAWrongKey_IsForLater() =>
        await Assert.ThrowsAsync<MailNotTakenException>(() => Adapter("SG.wrong").SendAsync(Mail));

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Send_FaultThatPasses_IsRiddenOut(int status)
    {
        server.Answers.Enqueue(status);
        server.Answers.Enqueue(status);
        await mail.SendAsync(Mail);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(1, server.Outbox.Count());
    }

    [Fact]
    public async Task Send_FaultThatStays_IsForLater()
    {
        Enumerable.Repeat(503, 4).ToList().ForEach(server.Answers.Enqueue);
        await Assert.ThrowsAsync<MailNotTakenException>(() => mail.SendAsync(Mail));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Send_ServerThatFailsAgainAndAgain_IsLeftAloneForAWhile()
    {
        Enumerable.Repeat(503, 100).ToList().ForEach(server.Answers.Enqueue);
        for (var n = 0; n < 10; n++)
            await Assert.ThrowsAsync<MailNotTakenException>(() => mail.SendAsync(Mail));
        Assert.Equal(20, server.Requests.Count);
    }

    [Fact]
    public async Task Send_NobodyListens_IsForLater()
    {
        var gone = new SendGridMail(
            new SendGridClient(FakeSendGrid.Key, "http://127.0.0.1:9"), SampleSettings.Read().Mail, Pipeline());
        await Assert.ThrowsAsync<MailNotTakenException>(() => gone.SendAsync(Mail));
    }

    [Fact]
    public async Task Send_TakenAndNotAnswered_IsNotSentAgainAndIsNoRefusal()
    {
        server.Answers.Enqueue(FakeSendGrid.Broken);
        var failure = await Assert.ThrowsAsync<IOException>(() => mail.SendAsync(Mail));
        Assert.StartsWith("SendGrid does not answer", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(server.Outbox.Doubles());
    }

    [Fact]
    public async Task Ask_WithoutEmailActivity_KnowsNothing()
    {
        await mail.SendAsync(Mail);
        Assert.IsType<MailAnswer.Unknown>(await mail.AskAsync(new(Mail.NoticeId, Mail.To)));
        Assert.Empty(server.Questions);
    }

    [Fact]
    public async Task Ask_WithEmailActivity_KnowsWhatWasTakenByOurArgument()
    {
        var asking = Adapter(FakeSendGrid.Key, activity: true);
        Assert.IsType<MailAnswer.Unknown>(await asking.AskAsync(new(Mail.NoticeId, Mail.To)));
        server.Answers.Enqueue(FakeSendGrid.Broken);
        await Assert.ThrowsAsync<IOException>(() => asking.SendAsync(Mail));
        var taken = Assert.IsType<MailAnswer.Taken>(await asking.AskAsync(new(Mail.NoticeId, Mail.To)));
        Assert.Equal(new(server.Outbox.Find(Mail.NoticeId)!.MessageId.Replace('.', '-'), Delivered: false), taken.Receipt);
        Assert.Equal($"(unique_args['notice']=\"{Mail.NoticeId}\")", server.Questions.Last());
        Assert.IsType<MailAnswer.Unknown>(await asking.AskAsync(new(Mail.NoticeId, "somebody@else.example")));
    }

    [Fact]
    public async Task Ask_NobodyListens_KnowsNothing()
    {
        var gone = new SendGridMail(
            new SendGridClient(FakeSendGrid.Key, "http://127.0.0.1:9"),
            SampleSettings.Read().Mail with { Activity = true }, Pipeline());
        Assert.IsType<MailAnswer.Unknown>(await gone.AskAsync(new(Mail.NoticeId, Mail.To)));
    }

    private SendGridMail Adapter(string key, bool activity = false) => new(
        new SendGridClient(key, server.Address.AbsoluteUri.TrimEnd('/')),
        SampleSettings.Read().Mail with { Activity = activity }, Pipeline());

    private static Polly.ResiliencePipeline<Response> Pipeline() => MailPipeline.Build(TimeSpan.FromMilliseconds(1));
}
