using System.Buffers;
using System.Net;
using MimeKit;
using NodaTime;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Tedori.Local;
using Tedori.Local.Mail;
using Tedori.Testing.Data;
using Tedori.Workflows.Mail;
using Parts = SmtpServer.ComponentModel.ServiceProvider;

namespace Tedori.Tests.Mail;

public sealed class SmtpMailTests : IAsyncLifetime, IDisposable
{
    private const string Id = "r7-01-00001.entryReceived.0001";
    private static readonly OutgoingMail Notice = new(
        Id, "yamada@company.example", "山田", "受付のお知らせ", "本文です。", "<p>本文です。</p>", Instant.FromUtc(2025, 6, 20, 1, 0))
    {
        ReplyTo = "r7-01-00001+k7fqm2xwp3ha@mail.example",
    };

    private readonly TemporaryFolder folder = new();
    private readonly Server server = new();
    private readonly Outbox outbox;

    public SmtpMailTests() => outbox = new(folder["outbox.db"]);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await outbox.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Send_ANotice_LeavesWithItsHeadAndBothBodies()
    {
        using var mail = Mail();

        var receipt = await mail.SendAsync(Notice);

        var (to, message) = Assert.Single(server.Taken);
        Assert.Equal(["yamada@company.example"], to);
        Assert.Equal(
            (receipt.MessageId, "受付のお知らせ", "r7-01-00001+k7fqm2xwp3ha@mail.example", "auto-generated"),
            (message.MessageId, message.Subject, message.ReplyTo.Mailboxes.Single().Address, message.Headers["Auto-Submitted"]));
        Assert.Equal(("本文です。", "<p>本文です。</p>"), (message.TextBody!.Trim(), message.HtmlBody!.Trim()));
        Assert.Equal(Id, outbox.Find(Id)!.NoticeId);
    }

    [Fact]
    public async Task Send_WithALetter_CarriesItWhole()
    {
        using var mail = Mail();

        await mail.SendAsync(Notice with { Attachments = [new("決定通知書-r7-01-00001.pdf", "application/pdf", [1, 2, 3, 0, 255])] });

        var (_, message) = Assert.Single(server.Taken);
        var part = Assert.IsType<MimePart>(Assert.Single(message.Attachments), exactMatch: false);
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        Assert.Equal(("決定通知書-r7-01-00001.pdf", "application/pdf"), (part.FileName, part.ContentType.MimeType));
        Assert.Equal([1, 2, 3, 0, 255], content.ToArray());
        Assert.Equal("本文です。", message.TextBody!.Trim());
    }

    [Fact]
    public async Task Send_TheSameAgain_LeavesOnce()
    {
        using var mail = Mail();

        Assert.Equal(await mail.SendAsync(Notice), await mail.SendAsync(Notice));

        Assert.Single(server.Taken);
        Assert.Empty(outbox.Doubles());
    }

    [Fact]
    public async Task Send_WhereEverythingGoesToOneAddress_SaysForWhomItIs()
    {
        using var mail = Mail();

        await mail.SendAsync(new MailDiversion("test@office.example").Of(Notice));

        var (to, message) = Assert.Single(server.Taken);
        Assert.Equal(["test@office.example"], to);
        Assert.Equal("[yamada@company.example] 受付のお知らせ", message.Subject);
        Assert.Equal("yamada@company.example", message.Headers[MailDiversion.Header]);
    }

    [Theory]
    [InlineData(SmtpReplyCode.MailboxUnavailable, true)]
    [InlineData(SmtpReplyCode.SizeLimitExceeded, true)]
    [InlineData(SmtpReplyCode.InsufficientStorage, false)]
    public async Task Send_WhatTheServerDoesNotTake_IsNotInTheOutbox(SmtpReplyCode answer, bool forGood)
    {
        server.Answer = new(answer, "yamada@company.example is not here");
        using var mail = Mail();

        var failure = await Record.ExceptionAsync(() => mail.SendAsync(Notice));

        Assert.IsType(forGood ? typeof(MailRefusedException) : typeof(MailNotTakenException), failure);
        Assert.DoesNotContain("yamada", failure!.Message, StringComparison.Ordinal);
        Assert.Null(outbox.Find(Id));
        server.Answer = SmtpResponse.Ok;
        await mail.SendAsync(Notice);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Send_WhereTheSenderMayNotSend_IsTriedAgainAndNotGivenUp()
    {
        server.TakesSender = false;
        using var mail = Mail();

        await Assert.ThrowsAsync<MailNotTakenException>(() => mail.SendAsync(Notice));

        Assert.Null(outbox.Find(Id));
    }

    [Fact]
    public async Task Send_TheSameWhileItIsOnItsWay_LeavesOnce()
    {
        server.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using var mail = Mail();
        var first = mail.SendAsync(Notice);

        await Assert.ThrowsAsync<IOException>(() => mail.SendAsync(Notice));
        server.Gate.SetResult();
        var receipt = await first;

        Assert.Equal(receipt, await mail.SendAsync(Notice));
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Check_OfAServerThatIsNotThere_IsOneSentence()
    {
        var nobody = LoopbackPort.Free(0)!.Value;
        using var mail = new SmtpMail(outbox, new("127.0.0.1", nobody), MailSender.Office);

        var failure = await Assert.ThrowsAsync<UsageException>(() => mail.CheckAsync(CancellationToken.None));

        Assert.StartsWith($"Mails cannot leave through 127.0.0.1:{nobody}:", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.example.jp")]
    [InlineData("mail.example.jp:0")]
    [InlineData("mail.example.jp:x")]
    [InlineData(":25")]
    [InlineData("a b:25")]
    public void Read_WhatIsNoServer_IsRefusedWithASentence(string text) => Assert.Contains(
        "such as mail.example.jp:587", Assert.Throws<UsageException>(() => MailRelay.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void ToString_OfALogin_HidesThePassword() => Assert.Equal(
        "mail.example:587", $"{MailRelay.Read("mail.example:587") with { User = "u", Password = "secret" }}");

    private SmtpMail Mail() => new(outbox, new("127.0.0.1", server.Port), MailSender.Office);

    private sealed class Server : MessageStore, IMailboxFilter, IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Task running;

        public Server()
        {
            Port = LoopbackPort.Free(0)!.Value;
            var options = new SmtpServerOptionsBuilder().ServerName("localhost")
                .Endpoint(e => e.Endpoint(new(IPAddress.Loopback, Port))).Build();
            var parts = new Parts();
            parts.Add((IMessageStore)this);
            parts.Add((IMailboxFilter)this);
            running = new SmtpServer.SmtpServer(options, parts).StartAsync(stop.Token);
        }

        public int Port { get; }

        public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

        public bool TakesSender { get; set; } = true;

        public TaskCompletionSource? Gate { get; set; }

        public Task<bool> CanAcceptFromAsync(
            ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(TakesSender);

        public Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => Task.FromResult(true);

        public List<(IReadOnlyList<string> To, MimeMessage Message)> Taken { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (Gate is { } gate)
                await gate.Task.WaitAsync(cancellationToken);
            if (Answer == SmtpResponse.Ok)
            {
                Taken.Add((
                    [.. transaction.To.Select(t => $"{t.User}@{t.Host}")],
                    MimeMessage.Load(new MemoryStream(buffer.ToArray()), cancellationToken)));
            }

            return Answer;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.Dispose();
        }
    }
}
