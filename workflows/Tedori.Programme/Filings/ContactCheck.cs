using Tedori.Programme.Cases;
using Tedori.Programme.Text;

namespace Tedori.Programme.Filings;

/// <summary>
/// What a contact must be, as at the pre-entry: a name, an address that mail reaches, a Japanese phone number.
/// </summary>
public static class ContactCheck
{
    /// <summary>
    /// The contact in its usual writing, and what is wrong with it by the fields name, email, email2 and phone.
    /// </summary>
    public static (Contact Contact, IReadOnlyList<FormFault> Faults) Of(Contact typed, string emailAgain)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(emailAgain);
        var (email, phone) = (MailAddresses.Read(typed.Email), Phones.Read(typed.Phone));
        var contact = new Contact(
            PlainText.Draft(typed.Name, lines: false), email.IsRead ? email.Value : MailAddresses.Fold(typed.Email),
            phone.IsRead ? phone.Value : TypedText.Narrow(typed.Phone));
        return (contact, [.. Faults(contact, email, emailAgain, phone)]);
    }

    private static IEnumerable<FormFault> Faults(
        Contact contact, Reading<string> email, string again, Reading<string> phone)
    {
        if (contact.Name.Length is 0 or > 60)
            yield return new("name", "nameMissing", "担当者の氏名を60文字以内で入力してください。");
        else if (PlainText.Fault(contact.Name) is { } fault)
            yield return new("name", fault.Code, $"担当者の氏名を読み取れません。{fault.Text}");
        if (email.Refusal is { } refusal)
            yield return new("email", refusal.Code, $"Eメールアドレスを読み取れません。{refusal.Text}");
        else if (!MailAddresses.AreSame(contact.Email, again))
            yield return new("email2", "emailsDiffer", "2つのEメールアドレスが違います。同じものを入力してください。");
        if (phone.Refusal is { } wrong)
            yield return new("phone", wrong.Code, $"電話番号を読み取れません。{wrong.Text}");
    }
}
