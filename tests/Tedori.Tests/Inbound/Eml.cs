using System.Text;

namespace Tedori.Tests.Inbound;

/// <summary>Mails as they come, written by hand: lines end with CR and LF.</summary>
internal static class Eml
{
    public const string Head = "From: 山田 <yamada@company.example>\nTo: office@mail.example\nMessage-ID: <m1@company.example>\n";

    static Eml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Of(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    /// <summary>A head of ASCII and a body in some coding.</summary>
    public static byte[] Of(string head, string body, string coding) =>
        [.. Of(head + "\n"), .. Encoding.GetEncoding(coding).GetBytes(body.ReplaceLineEndings("\r\n"))];

    /// <summary>A mail of several parts with the boundary <c>b</c>.</summary>
    public static byte[] Parts(string type, params string[] parts) => Of(
        $"{Head}Subject: =?utf-8?B?5pu46aGe?=\nMIME-Version: 1.0\nContent-Type: {type}; boundary=\"b\"\n\n"
        + string.Concat(parts.Select(p => $"--b\n{p}\n")) + "--b--\n");

    public static string File(string name, string content, string type = "application/pdf") =>
        $"Content-Type: {type}\nContent-Disposition: attachment; {name}\nContent-Transfer-Encoding: base64\n\n"
        + Convert.ToBase64String(Encoding.UTF8.GetBytes(content));
}
