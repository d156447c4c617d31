using System.Text;
using NodaTime.Text;

namespace Tedori.Local.Mail;

/// <summary>A message in the form in which it travels (RFC 5322, MIME); any mail reader opens it as .eml.</summary>
public static class EmlFile
{
    private const string LineEnd = "\r\n";
    private const int BodyLine = 76;
    private const int WordBytes = 42;

    private static readonly InstantPattern Date =
        InstantPattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH:mm:ss '+0000'");

    /// <summary>The message as text, ASCII only, lines ended by CR LF.</summary>
    public static string Of(SentMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var boundary = "=_" + MailAddress.Digest(mail.NoticeId);
        var eml = new StringBuilder();
        Header(eml, "Date", Date.Format(mail.At));
        Header(eml, "From", Mailbox(mail.FromName, mail.From));
        Header(eml, "To", Mailbox(mail.ToName, mail.To));
        Header(eml, "Message-ID", $"<{mail.MessageId}>");
        Header(eml, "Subject", Encoded(mail.Subject));
        Header(eml, "Auto-Submitted", "auto-generated");
        Header(eml, "MIME-Version", "1.0");
        Header(eml, "Content-Type", $"multipart/alternative;{LineEnd} boundary=\"{boundary}\"");
        eml.Append(LineEnd);
        Part(eml, boundary, "text/plain", mail.Text);
        Part(eml, boundary, "text/html", mail.Html);
        return eml.Append("--").Append(boundary).Append("--").Append(LineEnd).ToString();
    }

    private static void Header(StringBuilder eml, string name, string value) =>
        eml.Append(name).Append(": ").Append(value).Append(LineEnd);

    private static string Mailbox(string name, string address) =>
        name.Length == 0 ? address : $"{Encoded(name)} <{address}>";

    private static void Part(StringBuilder eml, string boundary, string type, string body)
    {
        eml.Append("--").Append(boundary).Append(LineEnd);
        Header(eml, "Content-Type", $"{type}; charset=utf-8");
        Header(eml, "Content-Transfer-Encoding", "base64");
        eml.Append(LineEnd);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(body));
        for (var at = 0; at < encoded.Length; at += BodyLine)
            eml.Append(encoded, at, Math.Min(BodyLine, encoded.Length - at)).Append(LineEnd);
    }

    /// <summary>RFC 2047 words of at most 75 characters that cut no character; plain text stays as it is.</summary>
    private static string Encoded(string text)
    {
        if (text.Length <= 60 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '.' or '/'))
            return text;
        var words = new List<string>();
        var word = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            if (word.Count + rune.Utf8SequenceLength > WordBytes)
                Close(words, word);
            word.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        Close(words, word);
        return string.Join(LineEnd + " ", words);
    }

    private static void Close(List<string> words, List<byte> word)
    {
        words.Add($"=?UTF-8?B?{Convert.ToBase64String(word.ToArray())}?=");
        word.Clear();
    }
}
