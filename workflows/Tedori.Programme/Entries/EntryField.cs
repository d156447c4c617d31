namespace Tedori.Programme.Entries;

/// <summary>A field of the pre-entry; its name in kebab case is its id in the form.</summary>
public static class EntryField
{
    /// <summary>Corporation or sole proprietor.</summary>
    public const string Kind = "kind";

    /// <summary>Name of the company.</summary>
    public const string CompanyName = "company-name";

    /// <summary>Corporate number.</summary>
    public const string CorporateNumber = "corporate-number";

    /// <summary>Representative.</summary>
    public const string Representative = "representative";

    /// <summary>Address.</summary>
    public const string Address = "address";

    /// <summary>Number of regular employees.</summary>
    public const string Employees = "employees";

    /// <summary>Person in charge.</summary>
    public const string ContactName = "contact-name";

    /// <summary>E-mail.</summary>
    public const string Email = "email";

    /// <summary>E-mail once more.</summary>
    public const string EmailAgain = "email-again";

    /// <summary>Phone.</summary>
    public const string Phone = "phone";

    /// <summary>Consent.</summary>
    public const string Consent = "consent";

    /// <summary>The declaration of a condition.</summary>
    public static string Condition(string id) => $"condition-{id}";
}
