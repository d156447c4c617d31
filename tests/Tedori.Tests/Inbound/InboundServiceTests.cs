using NodaTime;
using NodaTime.Testing;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Inbound;
using Tedori.Testing.Cases;
using Tedori.Testing.Office;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Directory;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Inbound;

public sealed partial class InboundServiceTests : IAsyncLifetime
{
    private static readonly CaseId One = new(TestOffice.First, 1);
    private static readonly NoticeId Receipt = NoticeId.Parse("r7-01-00001.entryReceived.0001");
    private static readonly StaffMember Ito = new("ito", "伊藤", [StaffRole.Reviewer]);
    private readonly TestOffice office = OfficeWithMail.Open();

    public async Task InitializeAsync()
    {
        await office.EnterManyAsync(2);
        await office.Sweeper.SweepAsync();
        await office.Notices.SendAsync(Receipt);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Receive_ToTheAddressOfACase_IsFiledWithItAndToldToStaff()
    {
        var to = await office.Get<ReplyAddresses>().OfAsync(One);

        var mail = await ReceiveAsync(Eml.Of($"From: stranger@x.example\nTo: {to}\nSubject: 質問\n\n本文"));

        Assert.Equal((One, InboundFiling.Address, InboundKind.Message), (mail.Case, mail.FiledBy, mail.Kind));
        Assert.Equal(mail.Id, Assert.Single(await LinesAsync(One)).Id);
        Assert.Empty(await office.Get<InboundService>().UnfiledAsync());
        Assert.Contains(await TasksAsync(), t => t.Kind == "mailReceived" && t.Subject == mail.Id);
    }

    [Fact]
    public async Task Receive_ByTheEnvelopeAlone_IsFiledToo()
    {
        var to = (await office.Get<ReplyAddresses>().OfAsync(One))!;

        var mail = await ReceiveAsync(Eml.Of("From: x@y.example\nTo: undisclosed-recipients:;\n\n本文"), to: to);

        Assert.Equal((One, InboundFiling.Address), (mail.Case, mail.FiledBy));
    }

    [Fact]
    public async Task Receive_AnAnswerToANotice_IsFiledWithItsCase()
    {
        var reader = office.Mail.Taken[0].To;
        var mail = await ReceiveAsync(Eml.Of($"From: {reader}\nIn-Reply-To: <{Receipt}@tedori.example>\n\n本文"));
        var guessed = await ReceiveAsync(Eml.Of($"From: evil@evil.example\nIn-Reply-To: <{Receipt}@tedori.example>\n\n本文"));

        Assert.Equal((One, InboundFiling.Reply), (mail.Case, mail.FiledBy));
        Assert.Null(guessed.Case);
    }

    [Fact]
    public async Task Receive_FromTheContactOfOneOpenCase_IsFiledWithIt_AndOfTwoWithNone()
    {
        var sender = (await office.CaseAsync(1)).Entry.Email;
        var both = await ReceiveAsync(Eml.Of($"From: {sender}\n\n二つの申請の担当者"));
        Assert.Null(both.Case);

        await office.Directory.EachAsync(_ => { });
        await office.Cases.HandleAsync(new(TestOffice.First, 2), new CaseCommand.Decline(office.Now, "取りやめ"));
        await office.Sweeper.SweepAsync();
        var only = await ReceiveAsync(Eml.Of($"From: {sender.ToUpperInvariant()}\n\n一つの申請の担当者"));

        Assert.Equal((One, InboundFiling.Sender), (only.Case, only.FiledBy));
        var forged = await ReceiveAsync(
            Eml.Of($"From: {sender}\n\nなりすまし"), proof: new SenderProof("fail", null, null));
        Assert.Null(forged.Case);
    }

    [Fact]
    public async Task Receive_WhatFitsNone_WaitsUntilStaffFileIt()
    {
        var service = office.Get<InboundService>();
        var mail = await ReceiveAsync(Eml.Of("From: x@y.example\nSubject: だれ\n\n本文"));
        Assert.Equal(mail.Id, Assert.Single(await service.UnfiledAsync()).Id);

        Assert.Equal("noSuchCase", (await service.AssignAsync(mail.Id, new(TestOffice.First, 99), Ito))!.Code);
        Assert.Null(await service.AssignAsync(mail.Id, One, Ito));
        Assert.Null(await service.AssignAsync(mail.Id, One, Ito));
        Assert.Single(await LinesAsync(One));
        Assert.Empty(await service.UnfiledAsync());

        Assert.Null(await service.AssignAsync(mail.Id, new(TestOffice.First, 2), Ito));
        Assert.Empty(await LinesAsync(One));
        Assert.Single(await LinesAsync(new(TestOffice.First, 2)));
        Assert.Equal((InboundFiling.Staff, "伊藤"), ((await service.FindAsync(mail.Id))!.FiledBy, (await service.FindAsync(mail.Id))!.FiledByName));
    }

    [Fact]
    public async Task Finish_AMail_TakesItsLineAndItsTaskAway()
    {
        var service = office.Get<InboundService>();
        var mail = await ReceiveAsync(Eml.Of("From: x@y.example\n\n広告"));

        Assert.Null(await service.FinishAsync(mail.Id, Ito));

        Assert.Empty(await service.UnfiledAsync());
        var filed = await ReceiveAsync(Eml.Of("From: x@y.example\n\n質問"), to: await office.Get<ReplyAddresses>().OfAsync(One));
        Assert.Null(Assert.Single(await TasksAsync(), t => t.Subject == filed.Id).DoneAt);
        Assert.Null(await service.FinishAsync(filed.Id, Ito));
        Assert.NotNull(Assert.Single(await TasksAsync(), t => t.Subject == filed.Id).DoneAt);
        // What is filed with another case is to be looked at there, although it was done with.
        Assert.Null(await service.AssignAsync(filed.Id, new(TestOffice.First, 2), Ito));
        Assert.Null(Assert.Single(await TasksAsync(), t => t.Subject == filed.Id).DoneAt);
        // The mail server sends it once more: what is done stays done.
        await ReceiveAsync(Eml.Of("From: x@y.example\n\n広告"));
        Assert.Empty(await service.UnfiledAsync());
    }

    [Fact]
    public async Task Receive_AFloodOfStrangers_IsNoTaskEachAndIsListedUpToItsBound()
    {
        for (var i = 0; i <= InboundService.MostUnfiled; i++)
            await ReceiveAsync(Eml.Of($"From: x{i}@y.example\n\n{i}"));

        Assert.Equal(InboundService.MostUnfiled, (await office.Get<InboundService>().UnfiledAsync()).Count);
        Assert.DoesNotContain(await TasksAsync(), t => t.Kind == "mailReceived");
    }

    [Fact]
    public async Task Receive_TheSameTwice_IsKeptOnceAndAsItCame()
    {
        var service = office.Get<InboundService>();
        var raw = Eml.Of("From: x@y.example\n\n本文");
        var first = await ReceiveAsync(raw);
        office.Clock.AdvanceMinutes(5);

        var second = await ReceiveAsync(raw);

        Assert.Equal((first.Id, first.ReceivedAt), (second.Id, second.ReceivedAt));
        Assert.Single(await service.OfMonthAsync(office.Now.InUtc().Date.ToYearMonth()));
        Assert.Equal(raw, await office.Get<InboundFiles>().RawAsync(second));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(7, true)]
    public async Task Receive_CutOffAtAnyCommit_IsWholeWhenItComesAgain(int commit, bool afterEffect)
    {
        var to = (await office.Get<ReplyAddresses>().OfAsync(One))!;
        var post = new InboundPost(Eml.Of("From: x@y.example\n\n本文"), office.Now) { To = [to] };
        office.Records.FailCommit(commit, afterEffect);
        await Assert.ThrowsAsync<IOException>(() => office.Get<InboundService>().ReceiveAsync(post));

        var mail = await office.Get<InboundService>().ReceiveAsync(
            post with { ReceivedAt = office.Now + Duration.FromHours(1) });

        var known = commit > 1 || afterEffect;
        Assert.Equal((One, office.Now + (known ? Duration.Zero : Duration.FromHours(1))), (mail.Case, mail.ReceivedAt));
        Assert.Single(await LinesAsync(One));
        Assert.Single(await TasksAsync(), t => t.Subject == mail.Id);
        Assert.Equal(mail.Answer, Assert.Single(await office.Records.BodiesAsync(CaseRows.OutboxOf(One, NoticeKind.MailReceived)).ToListAsync()).Id);
        Assert.Single(await office.Get<InboundService>().OfMonthAsync(office.Now.InUtc().Date.ToYearMonth()));
    }

    [Fact]
    public async Task Receive_AReportThatANoticeFailed_SaysSoOfTheNotice()
    {
        var forged = await ReceiveAsync(ReportOn("someoneelse@other.example"), from: "");
        Assert.Equal((InboundKind.Bounce, (CaseId?)null), (forged.Kind, forged.Case));
        await ReceiveAsync(ReportOn(office.Mail.Taken[0].To + " "), from: "evil@evil.example");
        Assert.Equal(NoticeState.Sent, (await office.Records.ReadAsync(CaseRows.Ledger(Receipt)))!.Body.State);

        var mail = await ReceiveAsync(ReportOn(office.Mail.Taken[0].To, office.Mail.Taken[0].ReplyTo), from: "");

        Assert.Equal((InboundKind.Bounce, One), (mail.Kind, mail.Case));
        Assert.Equal(NoticeState.Bounced, (await office.Records.ReadAsync(CaseRows.Ledger(Receipt)))!.Body.State);
        Assert.DoesNotContain(await TasksAsync(), t => t.Kind == "mailReceived");
    }

    // What a notice is called and to whom it went can be guessed.
    [Theory]
    [InlineData(null)]
    [InlineData("office@tedori.example")]
    [InlineData("r7-01-00001+AAAAAAAAAAAA@mail.tedori.example")]
    public async Task Receive_AReportThatAnybodyCouldHaveWritten_ChangesNoNoticeAndAsksStaff(string? replyTo)
    {
        var mail = await ReceiveAsync(ReportOn(office.Mail.Taken[0].To, replyTo), from: "");

        Assert.Equal((InboundKind.Bounce, One), (mail.Kind, mail.Case));
        Assert.Equal(NoticeState.Sent, (await office.Records.ReadAsync(CaseRows.Ledger(Receipt)))!.Body.State);
        Assert.Equal($"{Receipt}", Assert.Single(await TasksAsync(), t => t.Kind == "mailReportDoubtful").Subject);
    }

    [Theory]
    [InlineData("List-Id: <x.y>")]
    [InlineData("X-Plain: yes")]
    public async Task Receive_WhatSomebodyWroteToTheAddressOfACase_IsAMessageByWhateverWayItCame(string header)
    {
        var to = await office.Get<ReplyAddresses>().OfAsync(One);

        var mail = await ReceiveAsync(Eml.Of($"From: a@b.example\nTo: {to}\n{header}\n\n本文"), from: "");

        Assert.Equal((InboundKind.Message, One), (mail.Kind, mail.Case));
    }

    [Fact]
    public async Task Receive_TheSameToTheAddressOfACaseAfterwards_IsFiledThen()
    {
        var raw = Eml.Of("From: a@b.example\n\n本文");
        Assert.Null((await ReceiveAsync(raw)).Case);

        var again = await ReceiveAsync(raw, to: await office.Get<ReplyAddresses>().OfAsync(One));

        Assert.Equal((One, InboundFiling.Address), (again.Case, again.FiledBy));
        Assert.Empty(await office.Get<InboundService>().UnfiledAsync());
    }

    private static byte[] ReportOn(string recipient, string? replyTo = null) => Eml.Parts(
        "multipart/report; report-type=delivery-status",
        $"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; {recipient}\nAction: failed\n",
        $"Content-Type: text/rfc822-headers\n\nMessage-ID: <{Receipt}@tedori.example>\n{(replyTo is null ? "" : $"Reply-To: <{replyTo}>\n")}");

    private Task<InboundMail> ReceiveAsync(byte[] raw, string? to = null, SenderProof? proof = null, string from = "x@y.example") =>
        office.Get<InboundService>().ReceiveAsync(
            new(raw, office.Now) { From = from, To = to is null ? [] : [to], Proof = proof ?? SenderProof.None });

    private async Task<List<InboundLine>> LinesAsync(CaseId id) =>
        await office.Records.BodiesAsync(InboundRows.OfCase(id)).ToListAsync();

    private async Task<List<StaffTask>> TasksAsync() => await office.Tasks.AllAsync().ToListAsync();
}
