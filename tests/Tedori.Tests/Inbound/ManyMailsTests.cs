using System.Text;
using MimeKit;
using Tedori.Programme;
using Tedori.Programme.Cases;
using Tedori.Programme.Inbound;
using Tedori.Testing.Evidence;
using Tedori.Testing.Office;
using Tedori.Workflows.Inbound;
using Tedori.Workflows.Notices;

namespace Tedori.Tests.Inbound;

/// <summary>
/// Two hundred mails of every shape that offices get, by every way to a case: none fails, each is what it is, where it belongs,
/// with its words and its files.
/// </summary>
public sealed class ManyMailsTests
{
    private const string Words = "就業規則の写しを添付します。①髙﨑";
    private const string Plain = "就業規則の写しを添付します。";
    private const string Name = "就業規則の写し.pdf";
    private static readonly CaseId One = new(TestOffice.First, 1);
    private static readonly string[] Codings = ["utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "gb18030"];
    private static readonly string[] Shapes = ["plain", "html", "alternative", "file", "long name", "nested", "flowed", "related"];

    // What no person wrote, or nobody can read, whatever way it came: what it is, and its head or body by hand.
    private static readonly (InboundKind Kind, string Head, string Body)[] Others =
    [
        (InboundKind.AutoReply, "Auto-Submitted: auto-replied", "不在です"),
        (InboundKind.AutoReply, "Auto-Submitted: auto-generated; owner-email=x", "不在です"),
        (InboundKind.AutoReply, "Precedence: auto_reply", "不在です"),
        (InboundKind.AutoReply, "X-Autoreply: yes", "不在です"),
        (InboundKind.AutoReply, "X-Autorespond: 1", "away"),
        (InboundKind.AutoReply, "Subject: Automatic reply: receipt", "away"),
        (InboundKind.AutoReply, "Subject: 【自動返信】受付", "不在です"),
        (InboundKind.Bounce, "X-Failed-Recipients: a@b.example", "Delivery failed"),
        (InboundKind.Loop, "Message-ID: <r7-01-00001.entryReceived.0001@tedori.example>", "x"),
        (InboundKind.Encrypted, "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b", "--b\n\nx\n--b--"),
        (InboundKind.Encrypted, "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "AAAA"),
        (InboundKind.Empty, "X-Nothing: here", " \n\n"),
    ];

    private readonly TestOffice office = OfficeWithMail.Open();
    private NoticeId receipt;
    private string contact = "";
    private string address = "";

    [Fact]
    public async Task Mails_OfEveryShapeByEveryWay_AreEachWhereTheyBelong()
    {
        await office.EnterManyAsync(1);
        await office.Sweeper.SweepAsync();
        receipt = NoticeId.Parse("r7-01-00001.entryReceived.0001");
        await office.Notices.SendAsync(receipt);
        contact = (await office.CaseAsync(1)).Entry.Email;
        address = (await office.Get<ReplyAddresses>().OfAsync(One))!;

        var count = 0;
        foreach (var way in Enum.GetValues<Way>())
        {
            foreach (var coding in Codings)
            {
                foreach (var shape in Shapes)
                {
                    await CheckAsync(Written(coding, shape, way), way, InboundKind.Message, shape, $"{coding} {shape} {way}");
                    count++;
                }
            }

            foreach (var (kind, head, body) in Others)
            {
                await CheckAsync(ByHand(head, body, way), way, kind, "other", $"{head} {way}");
                count++;
            }
        }

        Assert.True(count >= 200, $"{count} mails.");
        Assert.Equal(count, (await office.Get<InboundService>().OfMonthAsync(office.Now.InUtc().Date.ToYearMonth())).Count);
    }

    private async Task CheckAsync(byte[] raw, Way way, InboundKind kind, string shape, string told)
    {
        var mail = await office.Get<InboundService>().ReceiveAsync(new(raw, office.Now) { From = "x@y.example" });

        Assert.True(kind == mail.Kind, $"{told}: {mail.Kind}");
        Assert.True(mail.Case == (way == Way.None ? null : One), $"{told}: {mail.Case}");
        Assert.True(mail.FiledBy == way switch
        {
            Way.Address => InboundFiling.Address,
            Way.Reply => InboundFiling.Reply,
            Way.Sender => InboundFiling.Sender,
            _ => null,
        }, $"{told}: {mail.FiledBy}");
        if (kind != InboundKind.Message)
            return;
        Assert.True(mail.Text.Contains(Plain, StringComparison.Ordinal), $"{told}: {mail.Text}");
        Assert.True(mail.Files.Select(f => f.Name).SequenceEqual(shape switch
        {
            "file" or "long name" => [Name],
            "nested" => ["前のメール.eml"],
            "related" => ["logo.png"],
            _ => [],
        }), $"{told}: {string.Join(", ", mail.Files.Select(f => f.Name))}");
    }

    private byte[] Written(string coding, string shape, Way way)
    {
        var encoding = Encoding.GetEncoding(coding);
        var message = new MimeMessage();
        message.From.Add(new MailboxAddress(encoding, "山田", FromOf(way)));
        message.To.Add(new MailboxAddress(Encoding.UTF8, "", ToOf(way)));
        message.Headers.Replace(HeaderId.Subject, encoding, $"書類 {shape}");
        if (way == Way.Reply)
            message.InReplyTo = $"{receipt}@tedori.example";
        // Of the old codings not all have every character: they write what they have.
        var text = Part("plain", encoding.CodePage == 65001 || coding == "gb18030" ? Words : Plain, encoding);
        message.Body = shape switch
        {
            "plain" => text,
            "flowed" => Flowed(text),
            "html" => Part("html", $"<html><body><p>{Plain}</p></body></html>", encoding),
            "alternative" => new MultipartAlternative(text, Part("html", $"<b>{Plain}</b>", encoding)),
            "file" => new Multipart("mixed") { text, File(encoding, ParameterEncodingMethod.Rfc2047) },
            "long name" => new Multipart("mixed") { text, File(encoding, ParameterEncodingMethod.Rfc2231) },
            "nested" => new Multipart("mixed") { text, new MessagePart { Message = Nested() } },
            _ => new MultipartRelated { Part("html", $"<p>{Plain}<img src=cid:logo></p>", encoding), Logo() },
        };
        using var raw = new MemoryStream();
        message.WriteTo(raw);
        return raw.ToArray();
    }

    private byte[] ByHand(string head, string body, Way way) => Eml.Of(
        $"From: {FromOf(way)}\nTo: {ToOf(way)}\n{(way == Way.Reply ? $"In-Reply-To: <{receipt}@tedori.example>\n" : "")}X-Way: {way}\n{head}\n\n{body}");

    private string FromOf(Way way) => way is Way.Reply or Way.Sender ? contact : "stranger@stranger.example";

    private string ToOf(Way way) => way == Way.Address ? address : "office@mail.example";

    private static TextPart Part(string subtype, string text, Encoding encoding)
    {
        var part = new TextPart(subtype);
        part.SetText(encoding, text);
        part.ContentTransferEncoding = encoding.CodePage == 50220 ? ContentEncoding.SevenBit : ContentEncoding.Base64;
        return part;
    }

    private static TextPart Flowed(TextPart text)
    {
        text.ContentType.Parameters["format"] = "flowed";
        text.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        return text;
    }

    private static MimePart File(Encoding encoding, ParameterEncodingMethod method)
    {
        var file = new MimePart("application", "pdf")
        {
            Content = new MimeContent(new MemoryStream(SampleFiles.Pdf())),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        file.ContentDisposition.Parameters.Add(new Parameter(encoding, "filename", Name) { EncodingMethod = method });
        return file;
    }

    private static MimePart Logo() => new("image", "png")
    {
        Content = new MimeContent(new MemoryStream(SampleFiles.Png)),
        ContentId = "logo",
        FileName = "logo.png",
        ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = "logo.png" },
        ContentTransferEncoding = ContentEncoding.Base64,
    };

    private static MimeMessage Nested()
    {
        var nested = new MimeMessage { Subject = "前のメール", Body = new TextPart("plain") { Text = "前の本文" } };
        nested.From.Add(MailboxAddress.Parse("a@b.example"));
        nested.To.Add(MailboxAddress.Parse("c@d.example"));
        return nested;
    }

    private enum Way
    {
        Address,
        Reply,
        Sender,
        None,
    }
}
