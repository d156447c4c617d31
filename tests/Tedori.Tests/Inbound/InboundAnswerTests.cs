using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Inbound;
using Tedori.Programme.Notices;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Inbound;

/// <summary>What a company hears when its mail came: once a day, at the registered address, that it is no filing.</summary>
public sealed class InboundAnswerTests : IAsyncLifetime
{
    private static readonly CaseId One = new(TestOffice.First, 1);
    private readonly TestOffice office = OfficeWithMail.Open();
    private string contact = "";
    private string address = "";

    public async Task InitializeAsync()
    {
        await office.EnterManyAsync(1);
        await office.Sweeper.SweepAsync();
        contact = (await office.CaseAsync(1)).Entry.Email;
        address = (await office.Get<ReplyAddresses>().OfAsync(One))!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Mails_OfOneDay_AreAnsweredOnce_AndTheNextDayOnceMore()
    {
        var first = await ReceiveAsync(contact, "一通目");
        var second = await ReceiveAsync(contact, "二通目");
        // 15:00 UTC is midnight in Japan.
        office.Clock.Reset(office.Now.InUtc().Date.At(new(15, 0)).InUtc().ToInstant());
        var third = await ReceiveAsync(contact, "翌日");

        Assert.Equal([NoticeId.Parse("r7-01-00001.mailReceived.0001"), null, NoticeId.Parse("r7-01-00001.mailReceived.0002")],
            new[] { first.Answer, second.Answer, third.Answer });
        Assert.Equal(2, (await AnswersAsync()).Count);
    }

    [Fact]
    public async Task Answer_ToWhoeverWrote_GoesToTheRegisteredAddressWithALinkAndWithoutWhatWasWritten()
    {
        await ReceiveAsync("colleague@company.example", "開けてください http://evil.example/");

        var notice = Assert.Single(await AnswersAsync());
        Assert.Equal(contact, notice.To);
        Assert.Contains("colleague@company.example", string.Concat(notice.Paragraphs), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", string.Concat(notice.Paragraphs) + notice.Subject, StringComparison.Ordinal);
        Assert.Equal("お手続きは不要です。今、提出していただく書類はありません。", notice.Next);
        await office.Notices.SendAsync(notice.Id);
        var sent = office.Mail.Taken[^1];
        Assert.Equal((contact, address), (sent.To, sent.ReplyTo));
    }

    [Fact]
    public async Task Mail_WhoseSenderIsInDoubt_IsNotAnswered()
    {
        var mail = await ReceiveAsync(contact, "なりすまし", proof: new("pass", "pass", "fail"));

        Assert.Equal(One, mail.Case);
        Assert.Empty(await AnswersAsync());
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Precedence: auto_reply")]
    [InlineData("Subject: 自動返信: 不在です")]
    [InlineData("Message-ID: <r7-01-00001.entryReceived.0001@tedori.example>")]
    public async Task Mail_ThatNobodyWrote_IsNotAnswered(string header)
    {
        await ReceiveAsync(contact, "本文", header);

        Assert.Empty(await AnswersAsync());
    }

    [Theory]
    [InlineData(InboundKind.Message, "pass", true)]
    [InlineData(InboundKind.Encrypted, null, true)]
    [InlineData(InboundKind.Encrypted, "fail", false)]
    [InlineData(InboundKind.Message, "fail", false)]
    [InlineData(InboundKind.AutoReply, "pass", false)]
    [InlineData(InboundKind.Bounce, "pass", false)]
    [InlineData(InboundKind.MailingList, "pass", false)]
    [InlineData(InboundKind.Loop, "pass", false)]
    [InlineData(InboundKind.Broken, "pass", false)]
    [InlineData(InboundKind.Empty, "pass", false)]
    public void Rule_OfWhatIsAnswered(InboundKind kind, string? dmarc, bool answered) =>
        Assert.Equal(answered, InboundRules.IsAnswered(kind, new(null, null, dmarc)));

    [Fact]
    public void Notice_WithFiles_SaysWhereTheyAre_AndUntilWhen()
    {
        var state = CaseEvolution.Fold(Story.Won);

        var notice = MailNotice.Compose(Sample.R7, state, 3, new(Tokyo.At("2025-06-05T10:00:00"), "a@b.example", InboundKind.Message, 2));
        var locked = MailNotice.Compose(Sample.R7, state, 3, new(Tokyo.At("2025-06-05T10:00:00"), "a@b.example", InboundKind.Encrypted, 0));

        Assert.Contains(notice.Paragraphs, p => p.Contains("添付ファイル(2個)は、マイページの「メールで届いたファイル」", StringComparison.Ordinal));
        Assert.Equal(["期限", "電子申請", "郵送"], notice.Due!.Select(d => d.Label));
        Assert.StartsWith("17:00まで", notice.Due![1].Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(locked.Paragraphs, p => p.Contains("添付ファイル", StringComparison.Ordinal));
        Assert.Contains(locked.Paragraphs, p => p.Contains("暗号化せずに", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-06-12T16:59:59", true)]
    [InlineData("2025-06-12T17:00:00", false)]
    public void Notice_AfterTheForm_OffersNoDraft(string at, bool takes)
    {
        var notice = MailNotice.Compose(
            Sample.R7, CaseEvolution.Fold(Story.Won), 3, new(Tokyo.At(at), "a@b.example", InboundKind.Message, 2));
        var reviewed = MailNotice.Compose(
            Sample.R7, CaseEvolution.Fold(Story.Registered), 3, new(Tokyo.At(at), "a@b.example", InboundKind.Message, 2));

        Assert.Equal(takes, notice.Paragraphs.Any(p => p.Contains("下書き", StringComparison.Ordinal)));
        Assert.Equal(takes, notice.Next.StartsWith("提出は", StringComparison.Ordinal));
        Assert.DoesNotContain(reviewed.Paragraphs, p => p.Contains("下書き", StringComparison.Ordinal));
        Assert.Contains(reviewed.Paragraphs, p => p.Contains("事務局が確認します", StringComparison.Ordinal));
    }

    private Task<InboundMail> ReceiveAsync(string from, string text, string? header = null, SenderProof? proof = null) =>
        office.Get<InboundService>().ReceiveAsync(
            new(Eml.Of($"From: {from}\nTo: {address}\n{(header is null ? "" : header + "\n")}\n{text}"), office.Now)
            {
                From = from,
                Proof = proof ?? SenderProof.None,
            });

    private async Task<List<Notice>> AnswersAsync() =>
        await office.Records.BodiesAsync(CaseRows.OutboxOf(One, NoticeKind.MailReceived)).ToListAsync();
}
