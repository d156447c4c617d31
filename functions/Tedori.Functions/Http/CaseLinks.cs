using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
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
    public static readonly Duration Lifetime = Duration.FromDays(180);

    /// <summary>How long a change of contact can be confirmed.</summary>
    public static readonly Duration ContactLifetime = Duration.FromDays(7);

    private const int MostCharacters = 1024;

    private readonly IDataProtector protector = protection.CreateProtector("Tedori.CaseLink.v1");
    private readonly IDataProtector contacts = protection.CreateProtector("Tedori.ContactLink.v1");

    /// <inheritdoc/>
    public Uri? For(CaseId caseId, int generation)
    {
        if (address.Base is not { } site)
            return null;
        var expires = (clock.GetCurrentInstant() + Lifetime).ToUnixTimeSeconds();
        var text = string.Create(CultureInfo.InvariantCulture, $"{caseId}|{generation}|{expires}");
        var token = WebEncoders.Base64UrlEncode(protector.Protect(System.Text.Encoding.UTF8.GetBytes(text)));
        return new(site, $"my/open?token={token}");
    }

    /// <inheritdoc/>
    public CaseLink? Read(string token, Instant now)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Length <= MostCharacters && Unprotect(protector, token)?.Split('|') is [var id, var generation, var expires]
            && now.ToUnixTimeSeconds() < long.Parse(expires, CultureInfo.InvariantCulture)
                ? new(CaseId.Parse(id), int.Parse(generation, CultureInfo.InvariantCulture))
                : null;
    }

    /// <inheritdoc/>
    public Uri? ForContact(CaseId caseId, ContactConfirmation confirmation)
    {
        ArgumentNullException.ThrowIfNull(confirmation);
        if (address.Base is not { } site)
            return null;
        var expires = (clock.GetCurrentInstant() + ContactLifetime).ToUnixTimeSeconds();
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{caseId}|{confirmation.Number}|{confirmation.Side}|{expires}");
        var token = WebEncoders.Base64UrlEncode(contacts.Protect(System.Text.Encoding.UTF8.GetBytes(text)));
        return new(site, $"contact/confirm?token={token}");
    }

    /// <inheritdoc/>
    public ContactLink? ReadContact(string token, Instant now)
    {
        ArgumentNullException.ThrowIfNull(token);
        return token.Length <= MostCharacters && Unprotect(contacts, token)?.Split('|') is [var id, var number, var side, var expires]
            && now.ToUnixTimeSeconds() < long.Parse(expires, CultureInfo.InvariantCulture)
                ? new(CaseId.Parse(id), new(int.Parse(number, CultureInfo.InvariantCulture), Enum.Parse<ContactSide>(side)))
                : null;
    }

    private static string? Unprotect(IDataProtector protector, string token)
    {
        try
        {
            return System.Text.Encoding.UTF8.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
