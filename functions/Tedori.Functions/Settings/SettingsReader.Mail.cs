using System.Globalization;
using Tedori.Functions.Mail;
using Tedori.Workflows.Mail;
using Names = Tedori.Functions.Settings.SettingNames;

namespace Tedori.Functions.Settings;

/// <content>How mails leave.</content>
internal sealed partial class SettingsReader
{
    private MailSettings Mail(DevelopmentSettings local)
    {
        var (sender, name) = (Sender(), Text(Names.MailSenderName));
        var mail = local.MailFolder is null && local.MailHost is null
            ? new MailSettings(Secret(Names.SendGridKey), EventsKey(), sender, name)
            : new(configuration[Names.SendGridKey] ?? "development", LocalEventsKey(), sender, name);
        var (domain, key) = Inbound();
        return mail with
        {
            InboundDomain = domain,
            InboundKey = key,
            Activity = Activity(),
            PerMinute = Count(Names.MailPerMinute),
            PerAddress = Count(Names.MailPerAddress) ?? mail.PerAddress,
            AlarmMail = configuration[Names.AlarmMail]?.Trim() is { Length: > 0 } alarmed ? Address(Names.AlarmMail, alarmed) : null,
            Diversion = Diversion(),
        };
    }

    private int? Count(string name)
    {
        var value = configuration[name]?.Trim();
        if (string.IsNullOrEmpty(value))
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 100_000)
            return count;
        faults.Add($"The setting {name} is not a number from 1 to 100000.");
        return null;
    }

    private MailDiversion Diversion()
    {
        if (MailDiversion.Read(configuration[Names.MailTo]) is { } diversion)
            return diversion;
        faults.Add($"The setting {Names.MailTo} is not an e-mail address; leave it empty so that mails go to whom they are meant for.");
        return MailDiversion.None;
    }

    private bool Activity()
    {
        var value = configuration[Names.MailActivity]?.Trim();
        if (value is not (null or "" or "on" or "off"))
            faults.Add($"The setting {Names.MailActivity} is neither on nor off.");
        return value == "on";
    }

    private (string? Domain, MailEventsKey Key) Inbound()
    {
        var (domain, text) = (configuration[Names.InboundDomain]?.Trim(), configuration[Names.InboundKey]?.Trim());
        if (string.IsNullOrEmpty(domain))
            return (null, MailEventsKey.None);
        if (Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
            faults.Add($"The setting {Names.InboundDomain} is not a domain such as mail.example.jp.");
        if (MailEventsKey.TryParse(text ?? "", out var key) && !string.IsNullOrEmpty(text))
            return (domain, key);
        faults.Add($"The setting {Names.InboundKey} is not a P-256 public key in base64; it is needed with {Names.InboundDomain}.");
        return (domain, MailEventsKey.None);
    }

    private MailEventsKey LocalEventsKey() =>
        string.IsNullOrEmpty(configuration[Names.MailEventsKey]) ? MailEventsKey.None : EventsKey();

    private string Sender() =>
        Text(Names.MailSender) is { Length: > 0 } sender ? Address(Names.MailSender, sender) : "";

    private string Address(string name, string value)
    {
        if (value.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] || value.Any(char.IsWhiteSpace))
            faults.Add($"The setting {name} is not an e-mail address.");
        return value;
    }

    private MailEventsKey EventsKey()
    {
        var value = Text(Names.MailEventsKey);
        if (!MailEventsKey.TryParse(value, out var key) && value.Length > 0)
            faults.Add($"The setting {Names.MailEventsKey} is not a P-256 public key in base64.");
        return key;
    }

    // What Key Vault could not resolve stays as it was written, and would be sent to the mail server as the key.
    private string Secret(string name)
    {
        var value = Text(name);
        if (value.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase))
            faults.Add(
                $"The setting {name} is a reference to Key Vault that was not resolved: "
                + "check the identity and the secret.");
        return value;
    }
}
