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
    /// <param name="form">What it stated.</param>
    /// <param name="reading">How writings are compared.</param>
    public static NearKeys Of(Entry entry, EntryForm form, CompanyReading reading)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reading);
        return new([.. TextsOf(entry, form, reading).Where(t => t.Text.Length > 0).Select(t => (t.Reason, Key(t.Text)))]);
    }

    private static IEnumerable<(NearReason Reason, string Text)> TextsOf(
        Entry entry, EntryForm form, CompanyReading reading)
    {
        if (entry.Keys.Number is not null)
        {
            yield return (NearReason.OtherNumber, entry.Keys.NameAddress.Value);
            yield return (NearReason.OtherNumber, entry.Keys.NamePhone.Value);
        }

        yield return (NearReason.Mail, reading.Mail(form.Email));
        yield return (NearReason.Phone, reading.Phone(form.Phone));
        yield return (NearReason.Address, reading.Address(form.Address));
        yield return (NearReason.Name, reading.BareName(form.CompanyName));
    }

    private static ulong Key(string text) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
