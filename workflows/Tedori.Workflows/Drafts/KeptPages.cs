using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Tedori.Programme.Calendar;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Drafts;

/// <summary>
/// Keeps pages a while for whoever they were made for. Bounded: each owner has so many places, all who are not known
/// share so many, and a page that is too large or finds no place is not kept.
/// </summary>
public sealed class KeptPages(IRecords records, IClock clock)
{
    /// <summary>How long a page is kept.</summary>
    public static readonly Duration Life = Duration.FromHours(2);

    /// <summary>Most characters of a page as it is stored.</summary>
    public const int MostCharacters = 100_000;

    private const int PlacesOfOne = 32;
    private const int PlacesOfAll = 4096;
    private const int Tries = 4;
    private const int GroupCharacters = 32;
    private const int Nights = 31;

    /// <summary>Keeps a page.</summary>
    /// <param name="owner">Who may see it.</param>
    /// <param name="known">Whether the owner is known by a session or a sign-in, and not by a browser only.</param>
    /// <param name="status">Its status of HTTP.</param>
    /// <param name="html">The page.</param>
    /// <param name="cancellation">Stops before it is kept.</param>
    /// <returns>The end of its address, or null where it was not kept.</returns>
    public async Task<string?> KeepAsync(
        string owner, bool known, int status, string html, CancellationToken cancellation = default)
    {
        var (now, content, of) = (clock.GetCurrentInstant(), Pack(html), DigestOf(owner));
        for (var left = content.Length <= MostCharacters ? Tries : 0; left > 0; left--)
        {
            var place = RandomNumberGenerator.GetInt32(known ? PlacesOfOne : PlacesOfAll);
            var key = KeptPageKey.New(JapanTime.DateOf(now), known, place);
            var row = KeptPageRows.Page(key.Day, GroupOf(of, known), place);
            var before = await records.ReadAsync(row, cancellation);
            // Nobody takes a place from somebody else; one's own earlier pages may go.
            if (before is not null && before.Body.Ends > now && !(known && left == 1))
                continue;
            var page = new KeptPage(DigestOf(key.Secret), of, now + Life, status, content);
            if ((await records.CommitAsync(row.Put(page, before?.Version), cancellation)).Succeeded)
                return key.ToString();
        }

        return null;
    }

    /// <summary>The page at an address, or null where this owner has none there any more.</summary>
    public async Task<(int Status, string Html)?> FindAsync(
        string address, string owner, bool known, CancellationToken cancellation = default)
    {
        if (KeptPageKey.Parse(address) is not { } key || key.Known != known)
            return null;
        var of = DigestOf(owner);
        var row = await records.ReadAsync(KeptPageRows.Page(key.Day, GroupOf(of, known), key.Number), cancellation);
        return row is { Body: var page } && page.Ends > clock.GetCurrentInstant() && Same(page.Owner, of)
            && Same(page.Secret, DigestOf(key.Secret))
                ? (page.Status, Unpack(page.Content))
                : null;
    }

    /// <summary>Removes what was kept on days that are over, and answers how much there was.</summary>
    public async Task<int> DropAsync(CancellationToken cancellation = default)
    {
        var (day, dropped) = (JapanTime.DateOf(clock.GetCurrentInstant() - Life), 0);
        for (var night = 1; night <= Nights; night++)
            dropped += await records.RemoveAsync(KeptPageRows.Of(day.PlusDays(-night)), cancellation);
        return dropped;
    }

    private static string? GroupOf(string owner, bool known) => known ? owner[..GroupCharacters] : null;

    private static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    private static string Pack(string html)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(html));
        return Convert.ToBase64String(packed.ToArray());
    }

    private static string Unpack(string content)
    {
        using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(content)), CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
