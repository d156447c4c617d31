using Tedori.Programme.Inbound;
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
}
