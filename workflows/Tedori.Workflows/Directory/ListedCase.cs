using Tedori.Programme.Entries;
using Tedori.Programme.Text;

namespace Tedori.Workflows.Directory;

/// <summary>A listing with what searches compare, folded once.</summary>
internal sealed class ListedCase(CaseListing listing)
{
    private readonly string name = SearchText.Fold(listing.CompanyName);
    private readonly string phone = SearchText.Digits(listing.Phone);
    private readonly string id = listing.Id.ToString();

    public CaseListing Listing => listing;

    /// <summary>
    /// Whether a search text is part of the name, the receipt number, the mail address, the phone or corporate number.
    /// </summary>
    public bool Matches(string folded, string digits, string plain) =>
        name.Contains(folded, StringComparison.Ordinal)
        || id.Contains(plain, StringComparison.OrdinalIgnoreCase)
        || listing.Email.Contains(plain, StringComparison.OrdinalIgnoreCase)
        || (digits.Length >= 4 && (phone.Contains(digits, StringComparison.Ordinal)
            || listing.CorporateNumber?.Contains(digits, StringComparison.Ordinal) == true));
}
