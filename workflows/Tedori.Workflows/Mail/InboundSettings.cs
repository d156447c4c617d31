namespace Tedori.Workflows.Mail;

/// <summary>Where mails come in.</summary>
/// <param name="Domain">Domain of the addresses of cases; null where none are received: answers then go to the office.</param>
/// <param name="Sender">Address that mails of this system come from.</param>
public sealed record InboundSettings(string? Domain, string Sender)
{
    /// <summary>Domain of the ids of mails that left.</summary>
    public string MessageDomain => Sender[(Sender.LastIndexOf('@') + 1)..];
}
