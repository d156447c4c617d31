using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Text;

namespace Tedori.Programme.Entries;

/// <summary>
/// By what an entry is the same company as another or may look like it, as the first bytes of digests; 0 where it states
/// nothing of the kind. A pair that only they make is shown to people, and of a million entries there is one in years.
/// A value type of numbers, because a list of a million is compared at once.
/// </summary>
/// <param name="Number">The corporate number: the same is one company, two that differ are two.</param>
/// <param name="NameAddress">Name with address.</param>
/// <param name="NamePhone">Name with phone.</param>
/// <param name="Mail">The mail address.</param>
/// <param name="Phone">The phone.</param>
/// <param name="Address">The address.</param>
/// <param name="Name">The name, whatever its legal form.</param>
public readonly record struct NearKeys(
    ulong Number, ulong NameAddress, ulong NamePhone, ulong Mail, ulong Phone, ulong Address, ulong Name)
{
    /// <summary>Its bytes where it is stored.</summary>
    public const int Length = 7 * sizeof(ulong);

    /// <summary>
    /// Changes with the bytes of any key, that is with every change to how texts are read: stored keys of before are then
    /// made anew.
    /// </summary>
    public const int Version = 2;

    /// <summary>The keys of what a company stated.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="texts">What it stated, as it was read.</param>
    /// <param name="mail">Its mail address, as it was read.</param>
    public static NearKeys Of(Entry entry, CompanyTexts texts, string mail)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(texts);
        return new(
            entry.Keys.Number is { } number ? Of(number) : 0, Of(entry.Keys.NameAddress), Of(entry.Keys.NamePhone),
            Key(mail), Key(texts.Phone), Key(texts.Address), Key(CompanyReading.Bare(texts.Name)));
    }

    /// <summary>What stands here for a strong key.</summary>
    public static ulong Of(CompanyKey key)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Length];
        key.Digest.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>Reads stored bytes.</summary>
    public static NearKeys Read(ReadOnlySpan<byte> bytes) => new(
        At(bytes, 0), At(bytes, 1), At(bytes, 2), At(bytes, 3), At(bytes, 4), At(bytes, 5), At(bytes, 6));

    /// <summary>Writes them as they are stored.</summary>
    public void Write(Span<byte> bytes)
    {
        ReadOnlySpan<ulong> all = [Number, NameAddress, NamePhone, Mail, Phone, Address, Name];
        for (var i = 0; i < all.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(i * sizeof(ulong))..], all[i]);
    }

    /// <summary>Whether one of its strong keys is among these.</summary>
    public bool ShareStrong(IReadOnlySet<ulong> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return (Number != 0 && keys.Contains(Number)) || keys.Contains(NameAddress) || keys.Contains(NamePhone);
    }

    /// <summary>What it is compared by for a reason.</summary>
    internal IEnumerable<ulong> For(NearReason reason)
    {
        ulong[] keys = reason switch
        {
            NearReason.OtherNumber => Number == 0 ? [] : [NameAddress, NamePhone],
            NearReason.OtherName => [],
            NearReason.Mail => [Mail],
            NearReason.Phone => [Phone],
            NearReason.Address => [Address],
            NearReason.Name => [Name],
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
        };
        return keys.Where(k => k != 0);
    }

    private static ulong At(ReadOnlySpan<byte> bytes, int place) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[(place * sizeof(ulong))..]);

    private static ulong Key(string text) => text.Length == 0
        ? 0
        : BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
