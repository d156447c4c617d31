using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace Tedori.Functions.Inbound;

/// <summary>Texts of mails: in whatever coding they came, as they are to be read.</summary>
internal static partial class MimeText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    static MimeText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text of a part, without markup and without what cannot be seen.</summary>
    public static string Of(TextPart part)
    {
        var text = Decode(BytesOf(part), part.ContentType.Charset, part.IsHtml);
        return Seen(part.IsHtml ? Plain(text) : text, lines: true);
    }

    /// <summary>The text of a part with its markup, as it came.</summary>
    public static string MarkupOf(TextPart part) => Decode(BytesOf(part), part.ContentType.Charset, html: true);

    /// <summary>The content of a part.</summary>
    public static byte[] BytesOf(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return content.ToArray();
    }

    /// <summary>What a head says, on one line; also where it came in JIS without saying so.</summary>
    public static string Head(string? text, int most) => Seen(
        text?.Contains("\e$", StringComparison.Ordinal) == true
            ? Encoding.GetEncoding("iso-2022-jp").GetString(Encoding.Latin1.GetBytes(text))
            : text,
        lines: false, most);

    /// <summary>A text without control characters and without those that turn its direction.</summary>
    public static string Seen(string? text, bool lines, int most = int.MaxValue)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > most)
                break;
            if (rune.Value is '\n' or '\t')
                kept.Append(lines ? (char)rune.Value : ' ');
            else if (!Rune.IsControl(rune) && rune.Value is not ((>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069)))
                kept.Append(rune.ToString());
        }

        return kept.ToString().Trim();
    }

    // Where the mail does not say its coding, or says one that nobody knows, the codings of Japan are tried.
    private static string Decode(byte[] bytes, string? charset, bool html)
    {
        if ((Named(charset) ?? (html ? Stated(bytes) : null)) is { } named)
            return named.GetString(bytes);
        if (bytes.AsSpan().IndexOf("\e$B"u8) >= 0 || bytes.AsSpan().IndexOf("\e$@"u8) >= 0)
            return Encoding.GetEncoding("iso-2022-jp").GetString(bytes);
        return Strictly(Utf8, bytes)
            ?? Strictly(Encoding.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes)
            ?? Encoding.Latin1.GetString(bytes);
    }

    // What the beginning of a page says of its coding.
    private static Encoding? Stated(byte[] bytes) =>
        Charset().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2_048))) is { Success: true } said
            ? Named(said.Groups[1].Value)
            : null;

    private static Encoding? Named(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Strictly(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Plain(string html)
    {
        var (text, hidden) = (new StringBuilder(), 0);
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken { Id: HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title } tag:
                    hidden = Math.Max(0, hidden + (tag.IsEndTag ? -1 : tag.IsEmptyElement ? 0 : 1));
                    break;
                case HtmlTagToken { Id: HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI }:
                    text.Append('\n');
                    break;
                case HtmlDataToken data when hidden == 0 && data is not (HtmlScriptDataToken or HtmlCDataToken):
                    text.Append(data.Data.ReplaceLineEndings(" "));
                    break;
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(l => l.Trim())
            .Where((l, i) => l.Length > 0 || i > 0)).Trim();
    }

    [GeneratedRegex("<meta[^>]{0,200}charset=[\"']?([A-Za-z0-9_-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
