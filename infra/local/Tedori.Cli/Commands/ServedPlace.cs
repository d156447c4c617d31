using Tedori.Local.Mail;
using Tedori.Workflows.Mail;

namespace Tedori.Cli.Commands;

/// <summary>Where and how it is served.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Port">The port.</param>
/// <param name="MailPort">The port for mails, or null: the usual one.</param>
/// <param name="Speed">How many times as fast as real time the clock runs.</param>
/// <param name="Font">The font of PDFs, or null.</param>
/// <param name="Relay">The server through which mails leave, or null.</param>
/// <param name="Sender">Who they come from.</param>
/// <param name="Pace">How fast they leave.</param>
/// <param name="Alarm">Who hears of alarms, or null: the office of the programme file.</param>
/// <param name="Diversion">Where all of them go.</param>
internal sealed record ServedPlace(
    string Folder, int Port, int? MailPort, int Speed, string? Font, MailRelay? Relay, MailSender Sender, MailPace Pace,
    string? Alarm, MailDiversion Diversion);
