using System.Net;
using Tedori.Programme.Text;

namespace Tedori.Workflows.Mail;

/// <summary>
/// The mode in which every mail goes to one address instead of to whom it is meant for (全メールの宛先の切替え): for trials
/// with real data. The mail says for whom it was meant.
/// </summary>
/// <param name="Address">The one address, or null: mails go to whom they are meant for.</param>
public sealed record MailDiversion(string? Address)
{
    /// <summary>Mails go to whom they are meant for.</summary>
    public static readonly MailDiversion None = new((string?)null);

    /// <summary>Header of a diverted mail: the address that it was meant for.</summary>
    public const string Header = "X-Tedori-Meant-For";

    /// <summary>Reads the one address, at most 254 characters; an empty text is none.</summary>
    /// <returns>Null where the text is no address that mail can be sent to.</returns>
    public static MailDiversion? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return None;
        return MailAddresses.Read(text.Trim()) is { IsRead: true, Value: var address } ? new(address) : null;
    }

    /// <summary>Where a mail that is meant for an address really goes.</summary>
    public string To(string address) => Address ?? address;

    /// <summary>
    /// The mail as it really leaves: to the one address, with whom it is meant for in its subject and its first line; as it is
    /// where none is set.
    /// </summary>
    public OutgoingMail Of(OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        if (Address is null)
            return mail;
        var line = $"このメールの本来の宛先は{mail.To}です。全メールの宛先を切り替える設定のため、企業には送っていません。";
        return mail with
        {
            To = Address,
            MeantFor = mail.To,
            Subject = $"[{mail.To}] {mail.Subject}",
            Text = $"{line}\n\n{mail.Text}",
            Html = WithFirst(mail.Html, $"<p>{WebUtility.HtmlEncode(line)}</p>"),
        };
    }

    internal static string WithFirst(string html, string first)
    {
        var body = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var at = body < 0 ? 0 : html.IndexOf('>', body) + 1;
        return html.Insert(at, first);
    }
}
