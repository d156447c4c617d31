using Tedori.Functions.Mail;
using Tedori.Workflows.Mail;

namespace Tedori.Functions.Settings;

/// <summary>How mails leave and are reported on.</summary>
/// <param name="ApiKey">API key of SendGrid; never printed.</param>
/// <param name="EventsKey">The key that SendGrid signs its reports with.</param>
/// <param name="Sender">Address that mails come from.</param>
/// <param name="SenderName">Name that mails come from.</param>
public sealed record MailSettings(string ApiKey, MailEventsKey EventsKey, string Sender, string SenderName)
{
    /// <summary>Domain of the addresses by which companies answer; null where no mails come in.</summary>
    public string? InboundDomain { get; init; }

    /// <summary>The key that SendGrid signs the mails with that it hands on.</summary>
    public MailEventsKey InboundKey { get; init; } = MailEventsKey.None;

    /// <summary>Whether the account has SendGrid's Email Activity, which is asked about what was not answered.</summary>
    public bool Activity { get; init; }

    /// <summary>Most mails a minute of this process; null where all leave at once.</summary>
    public int? PerMinute { get; init; }

    /// <summary>Most mails a day of this process to one address.</summary>
    public int PerAddress { get; init; } = MailPace.UsualPerAddress;

    /// <summary>Address that mails about alarms go to; null for that of the office in the programme file.</summary>
    public string? AlarmMail { get; init; }

    /// <summary>Where all mails go instead of to whom they are meant for.</summary>
    public MailDiversion Diversion { get; init; } = MailDiversion.None;

    /// <summary>Everything but the key.</summary>
    public override string ToString() => $"{nameof(MailSettings)} {{ {Sender} }}";
}
