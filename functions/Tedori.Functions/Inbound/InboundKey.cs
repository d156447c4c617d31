using Tedori.Functions.Mail;

namespace Tedori.Functions.Inbound;

/// <summary>The key by which the mail server signs the mails that it hands on.</summary>
/// <param name="Key">As of its reports; <see cref="MailEventsKey.None"/> where it hands none on.</param>
public sealed record InboundKey(MailEventsKey Key);
