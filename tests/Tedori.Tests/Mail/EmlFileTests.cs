using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Tedori.Local.Mail;

namespace Tedori.Tests.Mail;

public sealed partial class EmlFileTests
{
    private const string Subject = "【重要】令和7年度 第7回 抽選結果のお知らせ(𠮷野家株式会社様)交付申請の手続について: won";

    private static readonly SentMail Mail = new(
        "r7-07-00123-won", "r7-07-00123-won@tedori.example", "office@tedori.example", "奨励金事務局",
        "taro@example.jp", "山田\r\nBcc: all@example.jp", Subject,
        string.Concat(Enumerable.Repeat("当選しました。\r\n", 100)), "<p>当選しました。</p>",
        Instant.FromUtc(2025, 5, 19, 0, 0, 1), true);

    [Fact]
    public void Of_Message_IsAsciiWithShortLines()
    {
        var eml = EmlFile.Of(Mail);
        Assert.True(Ascii.IsValid(eml));
        Assert.All(eml.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain('\n', eml.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_Message_HasItsHeaders()
    {
        var headers = HeadersOf(EmlFile.Of(Mail));
        Assert.Equal("Mon, 19 May 2025 00:00:01 +0000", headers["Date"]);
        Assert.Equal("<r7-07-00123-won@tedori.example>", headers["Message-ID"]);
        Assert.Equal(Subject, Decoded(headers["Subject"]));
        Assert.Equal("奨励金事務局 <office@tedori.example>", Decoded(headers["From"]));
        Assert.Equal("山田\r\nBcc: all@example.jp <taro@example.jp>", Decoded(headers["To"]));
        Assert.DoesNotContain("Bcc", headers.Keys);
    }

    [Fact]
    public void Of_Message_CarriesBothBodies()
    {
        var parts = EmlFile.Of(Mail).Split("--=_").Skip(1).ToList();
        Assert.Equal(3, parts.Count);
        Assert.Equal(("text/plain; charset=utf-8", Mail.Text), PartOf(parts[0]));
        Assert.Equal(("text/html; charset=utf-8", Mail.Html), PartOf(parts[1]));
    }

    private static (string Type, string Body) PartOf(string part)
    {
        var cut = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var body = Convert.FromBase64String(part[cut..]);
        var headers = HeadersOf(part[(part.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]);
        return (headers["Content-Type"], Encoding.UTF8.GetString(body));
    }

    private static Dictionary<string, string> HeadersOf(string text)
    {
        var head = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        return head.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
    }

    private static string Decoded(string header) => Word().Replace(
        header, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"=\?UTF-8\?B\?([^?]+)\?=(?: (?==\?))?")]
    private static partial Regex Word();
}
