#nullable disable
namespace SendGrid.Helpers.Mail;

public class EmailAddress : IEquatable<EmailAddress>
{
    public EmailAddress()
    {
    }

    public EmailAddress(string email, string name = null) => (Email, Name) = (email, name);

    public string Name { get; set; }

    public string Email { get; set; }

    public bool Equals(EmailAddress other) =>
        other is not null && string.Equals(Email, other.Email, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => Equals(obj as EmailAddress);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Email ?? "");
}
