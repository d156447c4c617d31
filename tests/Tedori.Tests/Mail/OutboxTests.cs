using NodaTime;
using Tedori.Engine.Sqlite;
using Tedori.Local.Mail;
using Tedori.Testing.Data;
using Tedori.Workflows.Mail;

namespace Tedori.Tests.Mail;

public sealed class OutboxTests : IAsyncLifetime, IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2025, 5, 19, 3, 0);
    private readonly TemporaryFolder folder = new();
    private Outbox outbox = null!;

    public Task InitializeAsync()
    {
        outbox = new Outbox(folder["outbox.db"], Durability.Normal);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await outbox.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Send_Message_IsKeptAsItWouldBeSent()
    {
        var receipt = await outbox.SendAsync(Mail("r7-07-00123-won"));
        Assert.Equal(new MailReceipt("r7-07-00123-won@tedori.example", Delivered: true), receipt);
        Assert.Equal(
            new SentMail(
                "r7-07-00123-won", receipt.MessageId, MailSender.Office.Address, MailSender.Office.Name,
                "taro@example.jp", "株式会社山田", "抽選結果", "本文", "<p>本文</p>", Noon, true),
            outbox.Find("r7-07-00123-won"));
    }

    [Fact]
    public async Task Send_WithAnAddressForAnswers_KeepsIt()
    {
        await outbox.SendAsync(Mail("n") with { ReplyTo = "office@example.jp" });
        Assert.Equal("office@example.jp", outbox.Find("n")!.ReplyTo);
    }

    [Fact]
    public async Task Send_WithALetter_KeepsItsNameAndDigest()
    {
        var letter = new MailAttachment("決定通知書-r7-01-00001.pdf", "application/pdf", "%PDF-1.4"u8.ToArray());
        await outbox.SendAsync(Mail("n") with { Attachments = [letter] });
        Assert.Equal([$"{letter.Name} {letter.Sha256}"], outbox.Find("n")!.Attachments);
    }

    [Fact]
    public void Attachment_LongerThanGoesWithAMail_IsRefused()
    {
        Assert.Equal(MailAttachment.MostBytes, new MailAttachment("a", "b/c", new byte[MailAttachment.MostBytes]).Content.Length);
        Assert.Throws<ArgumentException>(() => new MailAttachment("a", "b/c", new byte[MailAttachment.MostBytes + 1]));
    }

    [Fact]
    public async Task Open_FileFromBeforeMailsHadAttachments_KeepsItsMessagesAndTakesNewOnes()
    {
        await using (var before = new Outbox(folder["older.db"]))
            await before.SendAsync(Mail("old"));
        using (var database = Database.Open(folder["older.db"], Durability.Normal))
            database.Execute("ALTER TABLE messages DROP COLUMN attachments");

        await using var after = new Outbox(folder["older.db"]);
        await after.SendAsync(Mail("new") with { Attachments = [new("a.pdf", "application/pdf", [1])] });

        Assert.Equal((0, 1), (after.Find("old")!.Attachments.Count, after.Find("new")!.Attachments.Count));
    }

    [Fact]
    public async Task Open_FileFromBeforeAnswersHadAnAddress_KeepsItsMessagesAndTakesNewOnes()
    {
        await using (var before = new Outbox(folder["old.db"]))
            await before.SendAsync(Mail("old"));
        using (var database = Database.Open(folder["old.db"], Durability.Normal))
            database.Execute("ALTER TABLE messages DROP COLUMN reply_to");

        await using var after = new Outbox(folder["old.db"]);
        await after.SendAsync(Mail("new") with { ReplyTo = "office@example.jp" });

        Assert.Equal((null, "office@example.jp"), (after.Find("old")!.ReplyTo, after.Find("new")!.ReplyTo));
    }

    [Fact]
    public async Task Send_SameNoticeAgain_IsKeptOnceWithTheFirstReceipt()
    {
        var first = await outbox.SendAsync(Mail("n"));
        var second = await outbox.SendAsync(Mail("n") with { Subject = "another", At = Noon + Duration.FromDays(1) });
        Assert.Equal(first, second);
        Assert.Equal(1, outbox.Count());
        Assert.Equal("抽選結果", outbox.Find("n")!.Subject);
    }

    [Fact]
    public async Task Send_SameNoticeAgain_IsCountedWithWhatDiffers()
    {
        await outbox.SendAsync(Mail("n"));
        await outbox.SendAsync(Mail("n"));
        await outbox.SendAsync(Mail("n") with { To = "other@example.jp" });

        Assert.Equal(
            [("n", true, false), ("n", false, false)],
            outbox.Doubles().Select(d => (d.NoticeId, d.Same, d.AfterCrash)));
    }

    [Fact]
    public async Task Send_SameNoticeByALaterProcess_IsCountedAsAfterACrash()
    {
        await using (var before = new Outbox(folder["o.db"]))
            await before.SendAsync(Mail("n"));
        await using var after = new Outbox(folder["o.db"]);
        await after.SendAsync(Mail("n"));

        Assert.True(Assert.Single(after.Doubles()).AfterCrash);
    }

    [Fact]
    public async Task Send_SameNoticeAfterReopen_GetsTheFirstReceipt()
    {
        await using (var before = new Outbox(folder["o.db"], deliversAtOnce: static _ => false))
            Assert.False((await before.SendAsync(Mail("n"))).Delivered);
        await using var after = new Outbox(folder["o.db"]);
        Assert.False((await after.SendAsync(Mail("n"))).Delivered);
        Assert.True((await after.SendAsync(Mail("m"))).Delivered);
    }

    [Fact]
    public async Task Send_ManyAtOnce_EachNoticeOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Task.Run(() => outbox.SendAsync(Mail($"n{n % 50}")))));
        Assert.Equal(50, outbox.Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("taro")]
    [InlineData("@example.jp")]
    [InlineData("taro@example.jp\r\nBcc: all@example.jp")]
    [InlineData("太郎@example.jp")]
    public async Task Send_NoAddress_IsRefused(string to)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await outbox.SendAsync(Mail("n") with { To = to }));
        Assert.Equal(0, outbox.Count());
    }

    [Fact]
    public async Task Newest_PagesByCase_NewestFirst()
    {
        for (var n = 0; n < 10; n++)
            await outbox.SendAsync(Mail($"r7-07-00001-{n}") with { At = Noon + Duration.FromMilliseconds(n) });
        await outbox.SendAsync(Mail("r7-07-00010-0"));
        await outbox.SendAsync(Mail("r7-06-00001-0"));
        Assert.Equal(10, outbox.Count("r7-07-00001"));
        Assert.Equal(["r7-07-00001-6", "r7-07-00001-5"], Ids(outbox.Newest(3, 2, "r7-07-00001")));
        Assert.Equal(12, outbox.Newest(0, 100).Count);
        Assert.Empty(outbox.Newest(12, 100));
    }

    [Fact]
    public async Task All_ManyMessages_InOrderOfTimeThenNotice()
    {
        for (var n = 0; n < 1200; n++)
            await outbox.SendAsync(Mail($"n{n:0000}") with { At = Noon + Duration.FromMilliseconds(n * 7919 % 100) });
        var all = await outbox.AllAsync().ToListAsync();
        Assert.Equal(1200, all.Count);
        Assert.Equal(Ids(all.OrderBy(mail => mail.At).ThenBy(mail => mail.NoticeId, StringComparer.Ordinal)), Ids(all));
    }

    [SkippableFact]
    public async Task Send_FullDisk_SaysSoAndKeepsNothingOfIt()
    {
        using var disk = new SmallDisk(4);
        await using var outbox = new Outbox(disk["outbox.db"]);
        disk.Fill(leave: 300_000);
        var kept = 0;
        await Assert.ThrowsAsync<StorageFullException>(async () =>
        {
            for (; kept < 1000; kept++)
                await outbox.SendAsync(Mail($"n{kept:000}") with { Html = new string('x', 10_000) });
        });
        Assert.Equal(kept, outbox.Count());
    }

    private static OutgoingMail Mail(string noticeId) =>
        new(noticeId, "taro@example.jp", "株式会社山田", "抽選結果", "本文", "<p>本文</p>", Noon);

    private static IEnumerable<string> Ids(IEnumerable<SentMail> mails) => mails.Select(mail => mail.NoticeId);
}
