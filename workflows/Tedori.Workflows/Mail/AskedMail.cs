namespace Tedori.Workflows.Mail;

/// <summary>A message that the mail server is asked about.</summary>
/// <param name="NoticeId">Id of the notice that it carries.</param>
/// <param name="To">Address of the recipient.</param>
public sealed record AskedMail(string NoticeId, string To);
