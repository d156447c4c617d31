namespace Tedori.Local.Mail;

/// <summary>Who the messages come from.</summary>
/// <param name="Address">Address, whose domain also ends each Message-ID.</param>
/// <param name="Name">Name that a mail reader shows.</param>
public sealed record MailSender(string Address, string Name)
{
    /// <summary>The office of one machine. The domain is reserved, so that it is nobody's.</summary>
    public static readonly MailSender Office = new("office@tedori.example", "奨励金事務局");

    /// <summary>Domain of the address.</summary>
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];
}
