namespace Tedori.Programme.Entries;

/// <summary>What a company states in its pre-entry (事前エントリー).</summary>
/// <param name="CompanyName">Name of the company, or trade name of a sole proprietor.</param>
/// <param name="CorporateNumber">13 digits, or null for a sole proprietor.</param>
/// <param name="Representative">Name of the representative (代表者).</param>
/// <param name="Address">Address (所在地).</param>
/// <param name="Employees">Number of regular employees (常時雇用する従業員数).</param>
/// <param name="ContactName">Name of the person in charge (担当者).</param>
/// <param name="Email">Address to which all notices go.</param>
/// <param name="Phone">Phone number.</param>
/// <param name="Declared">What was declared with it; null in entries from before it was recorded.</param>
/// <param name="Language">
/// Code of the language in which it was read and filled in, for example <c>en</c>, for the first words of mails; null in Japanese,
/// and in entries from before it was recorded.
/// </param>
public sealed record EntryForm(
    string CompanyName,
    string? CorporateNumber,
    string Representative,
    string Address,
    int Employees,
    string ContactName,
    string Email,
    string Phone,
    EntryStatement? Declared = null,
    string? Language = null);
