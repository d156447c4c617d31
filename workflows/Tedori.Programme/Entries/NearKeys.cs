using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// By what an entry may look like another company, as the first bytes of digests: a pair that only they make is shown to
/// people, and of a million entries there is one in years.
/// </summary>
/// <param name="All">The keys with what each says.</param>
public sealed record NearKeys(IReadOnlyList<(NearReason Reason, ulong Key)> All)
{
    /// <summary>The keys of what a company stated.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="texts">What it stated, as it was read.</param>
    /// <param name="mail">Its mail address, as it was read.</param>
    public static NearKeys Of(Entry entry, CompanyTexts texts, string mail)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(texts);
        return new([.. TextsOf(entry, texts, mail).Where(t => t.Text.Length > 0).Select(t => (t.Reason, Key(t.Text)))]);
    }

    private static IEnumerable<(NearReason Reason, string Text)> TextsOf(Entry entry, CompanyTexts texts, string mail)
    {
        if (entry.Keys.Number is not null)
        {
            yield return (NearReason.OtherNumber, entry.Keys.NameAddress.Value);
            yield return (NearReason.OtherNumber, entry.Keys.NamePhone.Value);
        }

        yield return (NearReason.Mail, mail);
        yield return (NearReason.Phone, texts.Phone);
        yield return (NearReason.Address, texts.Address);
        yield return (NearReason.Name, CompanyReading.Bare(texts.Name));
    }

    private static ulong Key(string text) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
