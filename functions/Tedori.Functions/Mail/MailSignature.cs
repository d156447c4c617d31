using Tedori.Programme.Editions;

namespace Tedori.Functions.Mail;

/// <summary>What stands at the end of every mail.</summary>
/// <param name="Programme">Name of the programme.</param>
/// <param name="Office">Name of the office.</param>
/// <param name="Contact">How the office is reached, a line each; empty where the programme file does not say.</param>
public sealed record MailSignature(string Programme, string Office, IReadOnlyList<string> Contact)
{
    /// <summary>The office as the guideline names it.</summary>
    public const string DefaultOffice = "公益財団法人東京しごと財団 手取り時間創出・魅力ある職場づくり推進奨励金事務局";

    /// <summary>The signature of a programme.</summary>
    public static MailSignature Of(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return edition.Contact is { } contact
            ? new(edition.Name, contact.Office,
                [$"電話 {contact.Phone}({contact.Hours})", $"Eメール {contact.Email}", contact.Post])
            : new(edition.Name, DefaultOffice, []);
    }
}
