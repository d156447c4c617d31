using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// The digest of a position in a round's list: every entry takes in the digest of the one before. Whoever holds one can
/// prove that no entry up to it was added, removed, moved or changed since.
/// </summary>
public static class EntryChain
{
    /// <summary>What stands before the first entry of a round.</summary>
    public static readonly string Start = new('0', 64);

    /// <summary>The digest of the next position, 64 hexadecimal digits.</summary>
    /// <param name="previous">The digest of the position before, or <see cref="Start"/>.</param>
    /// <param name="caseId">The case that the entry opens; its serial is the position.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <param name="form">What the company stated.</param>
    /// <param name="key">Key of the request. It is secret, so that nobody can guess an entry from its digest.</param>
    public static string Next(string previous, CaseId caseId, Instant receivedAt, EntryForm form, string key)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Digest(string.Create(
            CultureInfo.InvariantCulture,
            $"{previous}|{caseId}|{InstantPattern.ExtendedIso.Format(receivedAt)}|{Content(form, key)}"));
    }

    /// <summary>Digest of what a request sends under its key.</summary>
    public static string Content(EntryForm form, string key)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Digest($"{key}\n{Text(form)}");
    }

    private static string Text(EntryForm form) => string.Create(
        CultureInfo.InvariantCulture,
        $"{form.CompanyName}\n{form.CorporateNumber}\n{form.Representative}\n{form.Address}\n{form.Employees}\n"
        + $"{form.ContactName}\n{form.Email}\n{form.Phone}")
        + (form.Declared is { } declared ? $"\n{declared}" : "");

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
