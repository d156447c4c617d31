using Tedori.Programme.Cases;
using Tedori.Programme.Entries;

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
        var contact = new Contact(
            FieldText.Clean(typed.Name, lines: false), EntryText.Usual(typed.Email), EntryText.Usual(typed.Phone));
        return (contact, [.. Faults(contact, EntryText.Usual(emailAgain))]);
    }

    private static IEnumerable<FormFault> Faults(Contact contact, string again)
    {
        if (contact.Name.Length is 0 or > 60)
            yield return new("name", "nameMissing", "担当者の氏名を60文字以内で入力してください。");
        if (!EntryText.IsEmail(contact.Email))
            yield return new("email", "emailWrong", "Eメールアドレスを「name@example.jp」の形で入力してください。");
        else if (!string.Equals(contact.Email, again, StringComparison.OrdinalIgnoreCase))
            yield return new("email2", "emailsDiffer", "2つのEメールアドレスが違います。同じものを入力してください。");
        if (EntryText.Digits(contact.Phone) is not { Length: 10 or 11 } digits || digits[0] != '0')
            yield return new("phone", "phoneWrong", "電話番号を市外局番から10桁か11桁で入力してください。例: 03-1234-5678");
    }
}
