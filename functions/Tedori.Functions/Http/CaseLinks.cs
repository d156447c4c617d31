using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Tedori.Programme;
using Tedori.Programme.Access;
using Tedori.Programme.Cases;
using Tedori.Workflows.Access;

namespace Tedori.Functions.Http;

/// <summary>
/// Signed links by DataProtection, bound to their purpose. The time of expiry stands inside and is compared with the
/// system's own clock, which may be virtual.
/// </summary>
/// <param name="protection">Keys of the platform.</param>
/// <param name="address">Where the public reaches the pages.</param>
/// <param name="clock">Gives the time from which a link's life counts.</param>
public sealed class CaseLinks(IDataProtectionProvider protection, PublicAddress address, IClock clock) : ICaseLinks
{
    /// <summary>How long a link opens its case. Every later mail carries a new one.</summary>
    public static readonly Duration Lifetime = CaseLink.Lifetime;

    /// <summary>How long a change of contact can be confirmed.</summary>
    public static readonly Duration ContactLifetime = ContactLink.Lifetime;

    private const int MostCharacters = 1024;

    private readonly IDataProtector protector = protection.CreateProtector("Tedori.CaseLink.v1");
    private readonly IDataProtector contacts = protection.CreateProtector("Tedori.ContactLink.v1");

    /// <inheritdoc/>
    public IssuedLink? For(CaseLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var until = In(Lifetime);
        return Issue(protector, "my/open", link.Generation, until, string.Create(
            CultureInfo.InvariantCulture,
            $"{link.CaseId}|{link.Generation}|{until.ToUnixTimeSeconds()}|{link.Notice}|{link.Binding}"));
    }

    /// <inheritdoc/>
    public (CaseLink Link, Instant Until)? Read(string token) => Unprotect(protector, token)?.Split('|') switch
    {
        // Links that left before each had its own mark.
        [var id, var generation, var until] => (new(CaseId.Parse(id), Number(generation)), Time(until)),
        [var id, var generation, var until, var notice] =>
            (new(CaseId.Parse(id), Number(generation), Notice(notice)), Time(until)),
        [var id, var generation, var until, var notice, var binding] =>
            (new(CaseId.Parse(id), Number(generation), Notice(notice)) { Binding = Text(binding) }, Time(until)),
        _ => null,
    };

    /// <inheritdoc/>
    public IssuedLink? ForContact(ContactLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var ((number, side), until) = (link.Confirmation, In(ContactLifetime));
        return Issue(contacts, "contact/confirm", link.Generation, until, string.Create(
            CultureInfo.InvariantCulture,
            $"{link.CaseId}|{number}|{side}|{until.ToUnixTimeSeconds()}|{link.Notice}|{link.Generation}|{link.Binding}"));
    }

    /// <inheritdoc/>
    public (ContactLink Link, Instant Until)? ReadContact(string token) => Unprotect(contacts, token)?.Split('|') switch
    {
        [var id, var number, var side, var until] => (new(CaseId.Parse(id), Confirmation(number, side)), Time(until)),
        [var id, var number, var side, var until, var notice, var generation] =>
            (new(CaseId.Parse(id), Confirmation(number, side), Number(generation), Notice(notice)), Time(until)),
        [var id, var number, var side, var until, var notice, var generation, var binding] =>
            (new(CaseId.Parse(id), Confirmation(number, side), Number(generation), Notice(notice))
            {
                Binding = Text(binding),
            }, Time(until)),
        _ => null,
    };

    private IssuedLink? Issue(IDataProtector purpose, string path, int generation, Instant until, string text)
    {
        if (address.Base is not { } site)
            return null;
        var token = WebEncoders.Base64UrlEncode(purpose.Protect(Encoding.UTF8.GetBytes(text)));
        return new(new(site, $"{path}?token={token}"), generation, until);
    }

    // In whole seconds, as the token has it.
    private Instant In(Duration life) =>
        Instant.FromUnixTimeSeconds((clock.GetCurrentInstant() + life).ToUnixTimeSeconds());

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Instant Time(string text) =>
        Instant.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture));

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static NoticeId? Notice(string text) => text.Length == 0 ? null : NoticeId.Parse(text);

    private static ContactConfirmation Confirmation(string number, string side) =>
        new(Number(number), Enum.Parse<ContactSide>(side));

    private static string? Unprotect(IDataProtector protector, string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        try
        {
            return token.Length > MostCharacters
                ? null
                : Encoding.UTF8.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
