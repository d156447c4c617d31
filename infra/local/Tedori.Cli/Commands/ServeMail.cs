using System.CommandLine;
using Tedori.Local;
using Tedori.Local.Mail;
using Tedori.Workflows.Mail;

namespace Tedori.Cli.Commands;

/// <summary>The options of <c>serve</c> about mail: where it comes in and through what it leaves.</summary>
internal static class ServeMail
{
    private static readonly Option<int?> MailPort = new("--mail-port")
    {
        Description = "Port on 127.0.0.1 on which mails of companies are taken by SMTP; 2525, or a free one where it is in use.",
    };

    private static readonly Option<string?> Smtp = new("--smtp")
    {
        Description = "Mail server (HOST:PORT) through which mails leave; without it they stay in the outbox. "
            + "Login: TEDORI_SMTP_USER, TEDORI_SMTP_PASSWORD.",
    };

    private static readonly Option<string?> MailTo = new("--mail-to")
    {
        Description = "Sends everything to this one address, with whom it is meant for in the subject; also as TEDORI_MAIL_TO.",
    };

    private static readonly Option<string?> MailFrom = new("--mail-from")
    {
        Description = "Address that mails come from; companies answer in its domain. Default: office@tedori.example, which is nobody's.",
    };

    private const string Setting = Tedori.Functions.Settings.SettingNames.MailTo;

    private static readonly Option<int?> PerMinute = new("--mail-per-minute")
    {
        Description = "Most mails that leave in a minute, spread evenly; without it all leave at once.",
    };

    private static readonly Option<string?> Alarm = new("--alarm-mail")
    {
        Description = "Address that mails about alarms go to. Default: that of the office in the programme file.",
    };

    /// <summary>The options in their order.</summary>
    public static IReadOnlyList<Option> Options => [MailPort, Smtp, MailFrom, MailTo, PerMinute, Alarm];

    /// <summary>All that they say.</summary>
    /// <exception cref="UsageException">One of them says nothing that is possible.</exception>
    public static (int? Port, MailRelay? Relay, MailSender Sender, MailPace Pace, string? Alarm, MailDiversion Diversion) Of(ParseResult parsed) =>
        (PortOf(parsed), RelayOf(parsed), SenderOf(parsed), PaceOf(parsed), AlarmOf(parsed),
            DiversionOf(parsed.GetValue(MailTo), Environment.GetEnvironmentVariable(Setting)));

    /// <summary>Who hears of alarms, or null: the office of the programme file.</summary>
    /// <exception cref="UsageException">It is no address.</exception>
    private static string? AlarmOf(ParseResult parsed) => parsed.GetValue(Alarm) switch
    {
        { } other when !MailAddress.IsOne(other) => throw new UsageException($"--alarm-mail '{other}' is no mail address."),
        var address => address,
    };

    /// <summary>How fast mails leave.</summary>
    /// <exception cref="UsageException">It is no number of mails.</exception>
    private static MailPace PaceOf(ParseResult parsed) => parsed.GetValue(PerMinute) switch
    {
        (< 1 or > 100_000) and var most => throw new UsageException($"--mail-per-minute {most} is out of range: give 1 to 100000."),
        var most => new(most, MailPace.UsualPerAddress),
    };

    /// <summary>Who mails come from.</summary>
    /// <exception cref="UsageException">It is no address.</exception>
    private static MailSender SenderOf(ParseResult parsed) => parsed.GetValue(MailFrom) switch
    {
        null => MailSender.Office,
        { } address when MailAddress.IsOne(address) => MailSender.Office with { Address = address },
        var other => throw new UsageException($"--mail-from '{other}' is no mail address."),
    };

    /// <summary>The port for mails that come in, or null: the usual one.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    private static int? PortOf(ParseResult parsed) => parsed.GetValue(MailPort) switch
    {
        (< 1 or > 65535) and var port => throw new UsageException($"--mail-port {port} is out of range: give 1 to 65535."),
        var port => port,
    };

    /// <summary>The server through which mails leave, or null: they stay in the outbox.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    private static MailRelay? RelayOf(ParseResult parsed) => parsed.GetValue(Smtp) is { } server
        ? MailRelay.Read(server) with
        {
            User = Environment.GetEnvironmentVariable("TEDORI_SMTP_USER"),
            Password = Environment.GetEnvironmentVariable("TEDORI_SMTP_PASSWORD"),
        }
        : null;

    /// <summary>Where all mails go, by the option or the setting.</summary>
    /// <exception cref="UsageException">It is no address, or the two name different ones.</exception>
    internal static MailDiversion DiversionOf(string? option, string? setting)
    {
        var (given, set) = (Read(option, "--mail-to"), Read(setting, Setting));
        return option is null || set.Address is null || given == set
            ? option is null ? set : given
            : throw new UsageException($"--mail-to and {Setting} name different addresses: give one of them.");
    }

    private static MailDiversion Read(string? text, string name) => MailDiversion.Read(text)
        ?? throw new UsageException($"{name} '{(text!.Length > 254 ? text[..254] : text)}' is no mail address.");

    /// <summary>What is said of it at the start.</summary>
    public static string Sentence(MailRelay? relay, MailDiversion diversion)
    {
        var all = diversion.Address is { } address ? $", all to {address}" : "";
        return relay is null
            ? $"Mails stay in the outbox{all}; with --smtp HOST:PORT they leave."
            : $"Mails leave through {relay}{all}.";
    }
}
