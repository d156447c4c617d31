#nullable disable
namespace SendGrid.Helpers.Mail;

public class Personalization
{
    public Personalization()
    {
    }

    public List<EmailAddress> Tos { get; set; }
}
