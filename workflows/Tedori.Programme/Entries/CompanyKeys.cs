using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// The strong keys of an entry: whoever shares one of them is the same company, unless both state corporate numbers of
/// their own that differ. Two legal persons are two, however alike their names and addresses.
/// </summary>
/// <param name="Number">By corporate number (法人番号), or null where none is stated.</param>
/// <param name="NameAddress">By name and address.</param>
/// <param name="NamePhone">By name and phone.</param>
/// <param name="Place">By <see cref="CompanyKey.OfPlace"/>, for those who were drawn when there was no other.</param>
public sealed record CompanyKeys(
    CompanyKey? Number, CompanyKey NameAddress, CompanyKey NamePhone, CompanyKey? Place = null)
{
    /// <summary>The keys of what a company stated.</summary>
    /// <param name="form">What it stated.</param>
    /// <param name="reading">How writings are read.</param>
    public static CompanyKeys Of(EntryForm form, CompanyReading reading) => Of(form, CompanyTexts.Of(form, reading));

    /// <summary>The same of what was read already.</summary>
    public static CompanyKeys Of(EntryForm form, CompanyTexts texts)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(texts);
        return new(
            form.CorporateNumber is { } number ? CompanyKey.Of("number", number) : null,
            CompanyKey.Of("name-address", $"{texts.Name}\n{texts.Address}"),
            CompanyKey.Of("name-phone", $"{texts.Name}\n{texts.Phone}"),
            CompanyKey.OfPlace(form));
    }

    /// <summary>All of them, the number first.</summary>
    public IEnumerable<CompanyKey> All
    {
        get
        {
            if (Number is { } number)
                yield return number;
            yield return NameAddress;
            yield return NamePhone;
            if (Place is { } place)
                yield return place;
        }
    }

    /// <summary>Whether two that share a strong key may be one: unless both state numbers that differ.</summary>
    public static bool MayBeOne(EntryForm one, EntryForm other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.CorporateNumber is null || other.CorporateNumber is null
            || one.CorporateNumber == other.CorporateNumber;
    }

    /// <summary>Whether two companies with these numbers may be one.</summary>
    public static bool MayBeOne(CompanyKey? number, CompanyKey? other) =>
        number is null || other is null || number == other;
}
