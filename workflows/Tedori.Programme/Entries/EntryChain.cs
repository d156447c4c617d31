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

    /// <summary>
    /// Where the chain over entries in order of serial is not the one that was told, or null where it is: an entry was
    /// added, removed, moved or changed.
    /// </summary>
    /// <param name="links">Each entry with the digest that its company was told, null before there was one.</param>
    /// <param name="last">Serial of the last entry that was taken.</param>
    /// <param name="head">The digest of the last position as the counter has it, or null before there was one.</param>
    public static ChainFault? Check(IEnumerable<EntryLink> links, int last, string? head)
    {
        ArgumentNullException.ThrowIfNull(links);
        var (serial, digest) = (0, Start);
        foreach (var link in links)
        {
            if (link.CaseId.Serial != ++serial)
                return new(serial, "missing");
            if (link.Digest is null && digest == Start)
                continue;
            digest = Next(digest, link.CaseId, link.ReceivedAt, link.Form, link.Key);
            if (digest != link.Digest)
                return new(serial, "changed");
        }

        if (serial != last)
            return new(Math.Min(serial, last) + 1, serial < last ? "missing" : "added");
        return digest == (head ?? Start) ? null : new(last, "head");
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

/// <summary>An entry as the chain takes it.</summary>
/// <param name="CaseId">The case that it opens.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Form">What the company stated.</param>
/// <param name="Key">Key of the request.</param>
/// <param name="Digest">The digest that the company was told, or null before there was one.</param>
public sealed record EntryLink(CaseId CaseId, Instant ReceivedAt, EntryForm Form, string Key, string? Digest);

/// <summary>Where a chain of entries does not hold.</summary>
/// <param name="Serial">The first serial that is not as it was told.</param>
/// <param name="Kind"><c>missing</c>, <c>added</c>, <c>changed</c>, or <c>head</c> where the counter has another end.</param>
public sealed record ChainFault(int Serial, string Kind);
