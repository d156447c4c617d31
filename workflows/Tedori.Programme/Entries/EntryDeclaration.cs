namespace Tedori.Programme.Entries;

/// <summary>What was typed into the form of the pre-entry, unchecked.</summary>
public sealed record EntryDeclaration
{
    /// <summary>Value of <see cref="Kind"/> for a company with a corporate number.</summary>
    public const string Corporation = "corporation";

    /// <summary>Value of <see cref="Kind"/> for a sole proprietor (個人事業主), who has none.</summary>
    public const string Proprietor = "proprietor";

    /// <summary><see cref="Corporation"/> or <see cref="Proprietor"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the company, or trade name.</summary>
    public required string CompanyName { get; init; }

    /// <summary>Corporate number (法人番号); hyphens, blanks and full-width digits are allowed.</summary>
    public required string CorporateNumber { get; init; }

    /// <summary>Representative (代表者).</summary>
    public required string Representative { get; init; }

    /// <summary>Address (所在地).</summary>
    public required string Address { get; init; }

    /// <summary>Number of regular employees.</summary>
    public required string Employees { get; init; }

    /// <summary>Person in charge (担当者).</summary>
    public required string ContactName { get; init; }

    /// <summary>Address for all notices.</summary>
    public required string Email { get; init; }

    /// <summary>The same once more.</summary>
    public required string EmailAgain { get; init; }

    /// <summary>Phone number.</summary>
    public required string Phone { get; init; }

    /// <summary>Ids of the conditions that were declared.</summary>
    public required IReadOnlySet<string> Conditions { get; init; }

    /// <summary>Code of the language in which it was filled in; null in Japanese.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the use of the data was consented to.</summary>
    public required bool Consent { get; init; }
}
