using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Tedori.Functions.Inbound;
using Tedori.Programme.Inbound;

namespace Tedori.Tests.Inbound;

public sealed class MimeMailReaderTests
{
    private readonly MimeMailReader reader = new();

    [Theory]
    [InlineData("Content-Type: text/plain; charset=iso-2022-jp", "iso-2022-jp")]
    [InlineData("Content-Type: text/plain; charset=shift_jis", "shift_jis")]
    [InlineData("Content-Type: text/plain; charset=euc-jp", "euc-jp")]
    [InlineData("Content-Type: text/plain; charset=utf-8", "utf-8")]
    [InlineData("X-No-Type: yes", "iso-2022-jp")]
    [InlineData("X-No-Type: yes", "shift_jis")]
    [InlineData("X-No-Type: yes", "utf-8")]
    [InlineData("Content-Type: text/plain; charset=no-such-coding", "shift_jis")]
    [InlineData("Content-Type: text/plain; charset=us-ascii", "iso-2022-jp")]
    public void Read_ATextInACodingOfJapan_IsReadable(string type, string coding)
    {
        var mail = reader.Read(Eml.Of($"From: a@b.example\n{type}\nContent-Transfer-Encoding: 8bit\n", "就業規則を送ります。\n山田", coding));

        Assert.Equal("就業規則を送ります。\n山田", mail.Text);
    }

    [Theory]
    [InlineData("--b--", false)]
    [InlineData("", true)]
    public void Read_AMailWithoutItsEnd_SaysThatItIsCut(string end, bool cut) => Assert.Equal(cut, reader.Read(Eml.Of(
        "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n" + end + "\n")).IsCut);

    [Theory]
    [InlineData("=?iso-2022-jp?B?GyRCPSI2SDUsQicbKEI=?=", "就業規則")]
    [InlineData("=?utf-8?Q?=E5=B0=B1=E6=A5=AD?= =?utf-8?Q?=E8=A6=8F=E5=89=87?=", "就業規則")]
    [InlineData("=?iso-2022-jp?Q?=1B$B<-B`=1B(B?=", "辞退")]
    [InlineData("=?Shift_JIS?B?jquR3g==?=", "辞退")]
    [InlineData("=?windows-31j?B?jquR3g==?=", "辞退")]
    [InlineData("=?euc-jp?B?vK3C4A==?=", "辞退")]
    [InlineData("\e$B<-B`\e(B", "辞退")]
    [InlineData("plain", "plain")]
    [InlineData("=?broken?X?", "=?broken?X?")]
    [InlineData("a\u202eb", "ab")]
    public void Read_ASubject_IsDecodedAndCannotTurnItsDirection(string written, string read) =>
        Assert.Equal(read, reader.Read(Eml.Of($"From: a@b.example\nSubject: {written}\n\nx")).Subject);

    [Theory]
    [InlineData("filename=\"=?utf-8?B?5bCx5qWt6KaP5YmHLnBkZg==?=\"", "就業規則.pdf")]
    [InlineData("filename*=utf-8''%E5%B0%B1%E6%A5%AD%E8%A6%8F%E5%89%87.pdf", "就業規則.pdf")]
    [InlineData("filename*0*=utf-8''%E5%B0%B1%E6%A5%AD; filename*1*=%E8%A6%8F%E5%89%87.pdf", "就業規則.pdf")]
    [InlineData("filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("x=y", "添付ファイル")]
    public void Read_TheNameOfAFile_IsDecodedAndCleaned(string parameter, string name)
    {
        var raw = Eml.Parts("multipart/mixed", "Content-Type: text/plain; charset=utf-8\n\n本文", Eml.File(parameter, "%PDF-1.4"));

        var file = Assert.Single(reader.Read(raw).Files);

        Assert.Equal(name, file.Name);
        Assert.Equal("%PDF-1.4", Encoding.UTF8.GetString(reader.FileOf(raw, 0)!));
        Assert.Null(reader.FileOf(raw, 1));
    }

    [Fact]
    public void Read_AHeadInShiftJisThatDoesNotSaySo_IsReadable()
    {
        var mail = reader.Read((byte[])[.. "From: a@b.example\r\nSubject: "u8, 0x8e, 0xab, 0x91, 0xde, .. "\r\n\r\nx"u8]);

        Assert.Equal("辞退", mail.Subject);
    }

    [Fact]
    public void Read_ABlankTextBesideMarkup_IsTheMarkupsText()
    {
        var mail = reader.Read(Eml.Parts(
            "multipart/alternative", "Content-Type: text/plain\n\n ", "Content-Type: text/html; charset=utf-8\n\n<p>本文</p>"));

        Assert.Equal("本文", mail.Text);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed\n\n本文", "本文")]
    [InlineData("Content-Type: text/html\n\n<img src=x>", "")]
    [InlineData("Content-Type: text/plain; charset=utf-7\n\nplain", "plain")]
    public void Read_WhatHasSomeContent_IsAMessage(string rest, string text)
    {
        var mail = reader.Read(Eml.Of(Eml.Head + rest));

        Assert.Equal((InboundKind.Message, text), (InboundRules.KindOf(mail.Facts), mail.Text));
    }

    [Fact]
    public void Read_MoreFilesThanAreListed_SaysHowManyMore()
    {
        var mail = reader.Read(Eml.Parts("multipart/mixed", [.. Enumerable.Range(0, 130).Select(i => Eml.File($"filename={i}.pdf", "x"))]));

        Assert.Equal((100, 30), (mail.Files.Count, mail.FilesLeftOut));
    }

    [Fact]
    public void Read_WhatCannotBeTakenApart_StillSaysWhoWroteAboutWhat()
    {
        var mail = reader.Read(Eml.Parts("multipart/mixed", [.. Enumerable.Repeat("Content-Type: text/plain\n\nx", 3_000)]));

        Assert.Equal((false, "yamada@company.example", "書類"), (mail.Facts.Readable, mail.From, mail.Subject));
    }

    [Fact]
    public void Read_PlainAndMarkup_TakesThePlainText()
    {
        var mail = reader.Read(Eml.Parts(
            "multipart/alternative", "Content-Type: text/plain; charset=utf-8\n\n文", "Content-Type: text/html; charset=utf-8\n\n<p>HTML</p>"));

        Assert.Equal(("文", 0), (mail.Text, mail.Files.Count));
    }

    [Fact]
    public void Read_MarkupAlone_IsItsTextWithoutScriptAndStyle()
    {
        const string html = "<html><head><title>t</title><style>p{}</style></head><body><p>一行目&amp;</p>"
            + "<script>alert(1)</script><div>二行目<br>三行目</div></body></html>";

        var mail = reader.Read(Eml.Of($"{Eml.Head}Content-Type: text/html; charset=utf-8\n\n{html}"));

        Assert.Equal(["一行目&", "二行目", "三行目"], mail.Text.Split('\n').Where(l => l.Length > 0));
    }

    [Fact]
    public void Read_AMailInAMail_IsAFileAndNotTakenApart()
    {
        var mail = reader.Read(Eml.Parts(
            "multipart/mixed", "Content-Type: text/plain; charset=utf-8\n\n転送します",
            $"Content-Type: message/rfc822\n\n{Eml.Head}Subject: inner\n\n中の本文"));

        Assert.Equal(("転送します", "inner.eml"), (mail.Text, Assert.Single(mail.Files).Name));
    }

    [Theory]
    [InlineData("failed", "r7-01-00001.entryReceived.0001@tedori.example")]
    [InlineData("delayed", null)]
    public void Read_AReportOfAServer_NamesTheMailThatFailed(string action, string? failed)
    {
        var mail = reader.Read(Eml.Parts(
            "multipart/report; report-type=delivery-status", "Content-Type: text/plain\n\nsorry",
            $"Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@b.example\nAction: {action}\nStatus: 5.1.1\n",
            "Content-Type: text/rfc822-headers\n\nMessage-ID: <r7-01-00001.entryReceived.0001@tedori.example>\nSubject: x\n"));

        Assert.True(mail.Facts.IsDeliveryReport);
        Assert.Equal((failed, 0), (mail.Failed, mail.Files.Count));
    }

    [Theory]
    [InlineData("Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIIB")]
    [InlineData("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n")]
    public void Read_WhatIsEncrypted_SaysSo(string rest)
    {
        var mail = reader.Read(Eml.Of(Eml.Head + rest));

        Assert.Equal(InboundKind.Encrypted, InboundRules.KindOf(mail.Facts));
    }

    [Fact]
    public void Read_WhatIsSigned_IsReadWithoutItsSignatureAsAFile()
    {
        var mail = reader.Read(Eml.Parts(
            "multipart/signed; protocol=\"application/pkcs7-signature\"", "Content-Type: text/plain; charset=utf-8\n\n署名済み",
            Eml.File("filename=smime.p7s", "x", "application/pkcs7-signature")));

        Assert.Equal(("署名済み", 0), (mail.Text, mail.Files.Count));
    }

    [Fact]
    public void Read_WhatIsSignedAsAWhole_IsReadAsIfNobodyHadSignedIt()
    {
        using var key = RSA.Create(2048);
        using var who = new CertificateRequest("CN=somebody", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var signed = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(
            "Content-Type: multipart/mixed; boundary=i\n\n--i\nContent-Type: text/plain; charset=utf-8\n\n署名済み\n--i\n"
            + "Content-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF\n--i--\n")));
        signed.ComputeSignature(new CmsSigner(who));

        var mail = reader.Read(Eml.Of(Eml.Head
            + "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n"
            + Convert.ToBase64String(signed.Encode())));

        Assert.Equal(InboundKind.Message, InboundRules.KindOf(mail.Facts));
        Assert.Equal(("署名済み", "a.pdf"), (mail.Text, Assert.Single(mail.Files).Name));
    }

    [Fact]
    public void Read_WhatOutlookPacksAndNobodyCanUnpack_StaysAFile()
    {
        var mail = reader.Read(Eml.Parts("multipart/mixed", Eml.File("filename=winmail.dat", "no tnef at all", "application/ms-tnef")));

        Assert.Equal("winmail.dat", Assert.Single(mail.Files).Name);
    }

    [Fact]
    public void Read_TheMailsThatItAnswers_AreTheNearestFirst()
    {
        var mail = reader.Read(Eml.Of($"{Eml.Head}In-Reply-To: <c@x>\nReferences: <a@x> <b@x> <c@x>\n\nx"));

        Assert.Equal(["c@x", "b@x", "a@x"], mail.Answers);
    }
}
