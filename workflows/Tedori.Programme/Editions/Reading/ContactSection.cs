using System.Text.RegularExpressions;

namespace Tedori.Programme.Editions.Reading;

/// <summary>The section <c>contact</c>. A file from before it may leave it out.</summary>
internal static partial class ContactSection
{
    private const int Longest = 200;

    /// <summary>The part of a phone number that nobody has.</summary>
    private const string NobodysPhone = "-0000-0000";

    public static OfficeContact? Read(FileNode node, ReadingLog log)
    {
        if (node.IsAbsent)
            return null;
        var contact = node.Marked(log).Object(["office", "phone", "email", "hours", "postalCode", "address"], "signatory");
        var office = Line(contact.Field("office"));
        var phone = Like(contact.Field("phone"), Phone(), "a phone number such as 03-1234-5678");
        var email = Like(contact.Field("email"), Email(), "a mail address such as office@example.jp");
        var hours = Line(contact.Field("hours"));
        var code = Like(contact.Field("postalCode"), PostalCode(), "a postal code such as 102-0072");
        var address = Line(contact.Field("address"));
        var signatory = Line(contact.Field("signatory"));
        return office is null || phone is null || email is null || hours is null || code is null || address is null
            ? null
            : new(office, phone, email, hours, code, address) { Signatory = signatory };
    }

    /// <summary>What has to be replaced before companies see it.</summary>
    public static IEnumerable<EditionWarning> Examples(OfficeContact? contact)
    {
        if (contact is null)
        {
            yield return new("contact", "Companies see no way to reach the office; add the section.");
            yield break;
        }

        if (contact.Phone.EndsWith(NobodysPhone, StringComparison.Ordinal))
            yield return new("contact.phone", $"{contact.Phone} is an example; write the office's own number.");
        if (Example().IsMatch(contact.Email))
            yield return new("contact.email", $"{contact.Email} is an example; write the office's own address.");
        if (contact.Signatory is null)
            yield return new("contact.signatory", "Decisions name the office and nobody who signs them; add the field.");
    }

    private static string? Line(FileNode node)
    {
        if (node.Text() is not { } text)
            return null;
        if (text.Length <= Longest && !text.Any(char.IsControl))
            return text;
        node.Fault($"The text is not one line of at most {Longest} characters; shorten it.");
        return null;
    }

    private static string? Like(FileNode node, Regex form, string expected)
    {
        if (node.Text() is not { } text)
            return null;
        if (form.IsMatch(text))
            return text;
        node.Fault($"{node.Found()} is not {expected}; correct it.");
        return null;
    }

    [GeneratedRegex(@"\A0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A[A-Za-z0-9._+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"\A[0-9]{3}-[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"[@.]example\.(?:jp|com|org|net)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
