using Tedori.Programme.Entries;

namespace Tedori.Programme.Cases;

/// <summary>Whom the office writes to (担当者).</summary>
/// <param name="Name">Name of the person in charge.</param>
/// <param name="Email">Address to which all notices go.</param>
/// <param name="Phone">Phone number.</param>
public sealed record Contact(string Name, string Email, string Phone)
{
    /// <summary>The contact that a form names.</summary>
    public static Contact Of(EntryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(form.ContactName, form.Email, form.Phone);
    }

    /// <summary>The form with this contact in it.</summary>
    public EntryForm In(EntryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form with { ContactName = Name, Email = Email, Phone = Phone };
    }
}
