using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// What a company stated as it is compared, read once for all of its keys: of a million entries the reading is most of
/// the work.
/// </summary>
/// <param name="Name">The name, its legal form in full.</param>
/// <param name="Address">The address.</param>
/// <param name="Phone">The digits of the phone.</param>
public sealed record CompanyTexts(string Name, string Address, string Phone)
{
    /// <summary>The texts of what a company stated.</summary>
    public static CompanyTexts Of(EntryForm form, CompanyReading reading)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reading);
        return new(reading.Name(form.CompanyName), reading.Address(form.Address), reading.Phone(form.Phone));
    }
}
