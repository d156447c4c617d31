namespace Tedori.Programme.Editions;

/// <summary>How a company reaches the office (事務局): on every page for companies, in every mail, on the cover sheet.</summary>
/// <param name="Office">Name of the office, as an envelope is addressed.</param>
/// <param name="Phone">Telephone number as it is written in Japan, with hyphens.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Hours">When somebody answers, in words.</param>
/// <param name="PostalCode">Seven digits with a hyphen, for example 102-0072.</param>
/// <param name="Address">Postal address, without the postal code.</param>
public sealed record OfficeContact(
    string Office, string Phone, string Email, string Hours, string PostalCode, string Address)
{
    /// <summary>
    /// Who signs decisions (発信者の職名), for example 公益財団法人東京しごと財団 理事長; null where the file does not say.
    /// </summary>
    public string? Signatory { get; init; }

    /// <summary>The postal address on one line.</summary>
    public string Post => $"〒{PostalCode} {Address}";

    /// <summary>The phone number as a link dials it: digits only.</summary>
    public string Dial => string.Concat(Phone.Where(char.IsAsciiDigit));
}
