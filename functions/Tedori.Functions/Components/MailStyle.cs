using System.Security.Cryptography;
using System.Text;

namespace Tedori.Functions.Components;

/// <summary>
/// How mails look. Mail readers know little CSS and read it from the elements alone, so each of these stands in an attribute; where
/// a mail is shown before it leaves, the policy of the console allows these, word for word, and no others.
/// </summary>
public static class MailStyle
{
    /// <summary>The whole mail.</summary>
    public const string Page =
        "margin:0;padding:16px;background:#ffffff;color:#1a1a1c;"
        + "font-family:'Noto Sans JP','Hiragino Sans','Meiryo',sans-serif;font-size:16px;line-height:1.7";

    /// <summary>Its one column.</summary>
    public const string Column = "max-width:640px;margin:0 auto";

    /// <summary>What is to be done next, first of all.</summary>
    public const string Lead =
        "margin:0 0 16px;padding:12px 16px;border-left:8px solid #0017c1;background:#f1f1f4;font-weight:bold";

    /// <summary>A paragraph.</summary>
    public const string Paragraph = "margin:0 0 16px";

    /// <summary>Which language binds, at the end of the other.</summary>
    public const string Prevails = "margin:0 0 24px;padding-bottom:16px;border-bottom:1px solid #949494";

    /// <summary>A paragraph that may hold what somebody typed.</summary>
    public const string Said = "margin:0 0 16px;overflow-wrap:anywhere";

    /// <summary>The address of a page.</summary>
    public const string Address = "color:#0017c1";

    /// <summary>Around the button.</summary>
    public const string Way = "margin:24px 0 16px";

    /// <summary>The button.</summary>
    public const string Button =
        "display:inline-block;padding:12px 24px;border-radius:8px;background:#0017c1;color:#ffffff;"
        + "font-weight:bold;text-decoration:none";

    /// <summary>The link as it is typed.</summary>
    public const string Small = "margin:0 0 16px;font-size:14px;overflow-wrap:anywhere";

    /// <summary>Who writes.</summary>
    public const string Signature = "margin:24px 0 0;padding-top:16px;border-top:1px solid #949494;font-size:14px";

    /// <summary>A table of facts.</summary>
    public const string Facts = "margin:0 0 16px;width:100%;border-collapse:collapse;font-size:16px;line-height:1.7";

    /// <summary>What a fact is called.</summary>
    public const string Label =
        "width:30%;padding:8px 12px 8px 0;border-top:1px solid #d8d8db;text-align:left;vertical-align:top;font-weight:bold";

    /// <summary>A fact.</summary>
    public const string Fact = "padding:8px 0;border-top:1px solid #d8d8db;vertical-align:top;overflow-wrap:anywhere";

    /// <summary>A fact of several lines.</summary>
    public const string Lines = "margin:0;padding-left:20px";

    /// <summary>One of them.</summary>
    public const string Line = "margin:0";

    /// <summary>All of them, as a content security policy allows them.</summary>
    public static readonly string Source = "'unsafe-hashes' " + string.Join(' ', new[]
    {
        Page, Column, Lead, Paragraph, Prevails, Said, Address, Way, Button, Small, Signature, Facts, Label, Fact, Lines, Line,
    }.Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'"));
}
