using Tedori.Programme.Inbound;
using Tedori.Testing.Office;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Inbound;

public sealed partial class InboundServiceTests
{
    [Theory]
    [InlineData("Auto-Submitted: auto-replied", InboundKind.AutoReply)]
    [InlineData("List-Id: <x.y>", InboundKind.MailingList)]
    [InlineData("Message-ID: <r7-01-00001.entryReceived.0001@tedori.example>", InboundKind.Loop)]
    public async Task Receive_WhatNobodyWrote_IsKeptAndIsNobodysTask(string header, InboundKind kind)
    {
        var mail = await ReceiveAsync(Eml.Of($"From: x@y.example\n{header}\n\n本文"));

        Assert.Equal(kind, mail.Kind);
        Assert.DoesNotContain(await TasksAsync(), t => t.Subject == mail.Id);
        Assert.Empty(await office.Get<InboundService>().UnfiledAsync());
    }

    [Fact]
    public async Task Receive_AReadReceipt_IsAnAutomaticAnswerAndNobodysTask()
    {
        var to = await office.Get<ReplyAddresses>().OfAsync(One);

        var mail = await ReceiveAsync(Eml.Parts(
            "multipart/report; report-type=disposition-notification", "Content-Type: text/plain; charset=utf-8\n\n開封済み",
            "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; a@b.example\nDisposition: manual-action/MDN-sent-manually; displayed\n"), to: to);

        Assert.Equal((InboundKind.AutoReply, One), (mail.Kind, mail.Case));
        Assert.DoesNotContain(await TasksAsync(), t => t.Subject == mail.Id);
        Assert.Null(mail.Answer);
    }

    [Fact]
    public async Task Assign_ByManyAtOnce_LeavesTheMailInTheListOfItsCaseAlone()
    {
        var service = office.Get<InboundService>();
        await office.EnterManyAsync(6);
        var mail = await ReceiveAsync(Eml.Of("From: x@y.example\n\n質問"));

        await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Task.Run(() => service.AssignAsync(mail.Id, new(TestOffice.First, n), Ito))));

        var filed = (await service.FindAsync(mail.Id))!.Case!.Value;
        for (var n = 1; n <= 6; n++)
            Assert.Equal(filed.Serial == n ? 1 : 0, (await LinesAsync(new(TestOffice.First, n))).Count);
    }
}
