using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;

namespace Tedori.Functions.Public.Entries;

/// <summary>Reads the form of the pre-entry and writes it again with what was typed.</summary>
internal static class EntryForms
{
    private const int KeyBytes = 16;
    private const int KeyCharacters = 22;

    /// <summary>The form as it was posted, or an empty one with a new key.</summary>
    public static EntryModel Of(
        PageRequest page, Edition edition, Round round, IReadOnlyList<FieldRefusal>? refusals = null,
        string? refusal = null) => new(
        edition, round, page.Token, KeyOf(page.Form), page.Form,
        [.. (refusals ?? []).Select(r => new FieldError(r.Field, Sentences.Of(r.Refusal.Text)))], refusal);

    /// <summary>What was typed.</summary>
    public static EntryDeclaration Declared(PostedForm form, Edition edition) => new()
    {
        Kind = form[EntryField.Kind],
        CompanyName = form[EntryField.CompanyName],
        CorporateNumber = form[EntryField.CorporateNumber],
        Representative = form[EntryField.Representative],
        Address = form[EntryField.Address],
        Employees = form[EntryField.Employees],
        ContactName = form[EntryField.ContactName],
        Email = form[EntryField.Email],
        EmailAgain = form[EntryField.EmailAgain],
        Phone = form[EntryField.Phone],
        Conditions = edition.Entry.Conditions.Select(c => c.Id).Where(id => form.Has(EntryField.Condition(id)))
            .ToHashSet(),
        Consent = form.Has(EntryField.Consent),
        Language = Reader.Current.Chosen is { Binds: false } language ? language.Code : null,
    };

    /// <summary>The key of the request; a new one where the form has none of ours.</summary>
    public static string KeyOf(PostedForm form)
    {
        var key = form[EntryModel.KeyField];
        return key.Length == KeyCharacters && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? key
            : NewKey();
    }

    /// <summary>A key that no request has.</summary>
    public static string NewKey() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes));
}
