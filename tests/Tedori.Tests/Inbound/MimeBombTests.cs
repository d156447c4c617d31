using System.Text;
using Tedori.Functions.Inbound;
using Tedori.Programme.Inbound;

namespace Tedori.Tests.Inbound;

public sealed class MimeBombTests
{
    private readonly MimeMailReader reader = new();

    public static TheoryData<string, byte[]> Bombs => new()
    {
        { "parts", Eml.Parts("multipart/mixed", [.. Enumerable.Repeat("Content-Type: text/plain\n\nx", 3_000)]) },
        { "headers", Eml.Of(string.Concat(Enumerable.Range(0, 120_000).Select(i => $"X-{i}: y\n")) + "\nx") },
        { "a long head", Eml.Of($"Subject: {new string('x', 300_000)}\n\nx") },
        { "nothing", [] },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Read_WhatWouldCostMoreThanItsLength_IsNotParsed(string what, byte[] raw)
    {
        var mail = reader.Read(raw);

        Assert.True(InboundRules.KindOf(mail.Facts) == InboundKind.Broken, what);
        Assert.Null(reader.FileOf(raw, 0));
    }

    [Fact]
    public void Read_NestedWithoutEnd_EndsAndIsKeptReadable()
    {
        var nested = new StringBuilder(Eml.Head);
        for (var i = 0; i < 500; i++)
            nested.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        nested.Append("Content-Type: text/plain\n\nx\n");

        var mail = reader.Read(Eml.Of(nested.ToString()));

        Assert.Equal("yamada@company.example", mail.From);
        Assert.InRange(mail.Files.Count, 0, 100);
    }

    // A grammar of wrong mails: heads, separators and ends of a right one in any order and number, and bytes between them.
    [Fact]
    public void Read_TenThousandWrongMails_ReadsOrRefusesEachWithoutThrowing()
    {
        string[] pieces =
        [
            "From: a@b.example\r\n", "From: =?utf-8?B?!!!?= <@>\r\n", "To: undisclosed:;\r\n", "Subject: =?iso-2022-jp?B?GyRC?=\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Type: multipart/mixed; boundary=\"\"\r\n", "\r\n", "--b\r\n", "--b--\r\n",
            "Content-Type: message/rfc822\r\n", "Content-Type: text/html; charset=\0\r\n", "Content-Transfer-Encoding: base64\r\n",
            "Content-Type: application/ms-tnef\r\n", "Content-Type: message/delivery-status\r\n", "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
            "Date: 99 Foo 0000 99:99:99 +9999\r\n", "Message-ID: <<>>\r\n", "References: <a <b> c>\r\n", "<p><style>", "\e$B", "\u0082\u00a0", ": \r\n", " \r\n", "X:\r\n y\r\n",
            "Content-Disposition: attachment; filename*0*=utf-8''%E5; filename*9*=x\r\n", "begin 644 x\r\nend\r\n",
        ];
        var dice = new Random(20261130);
        for (var i = 0; i < 10_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, dice.Next(1, 30)).Select(_ => pieces[dice.Next(pieces.Length)]));
            var mail = reader.Read(Encoding.Latin1.GetBytes(text));
            Assert.InRange((int)InboundRules.KindOf(mail.Facts), 0, 7);
        }
    }
}
