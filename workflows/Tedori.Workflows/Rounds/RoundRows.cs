using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>Keys of the rows in a round's partition. Storage format.</summary>
public static class RoundRows
{
    /// <summary>The state of the round.</summary>
    public const string State = "state";

    /// <summary>The next serial number, and whether the list is frozen.</summary>
    public const string Counter = "counter";

    /// <summary>Prefix of the entries.</summary>
    public const string Entries = "entry-";

    /// <summary>Prefix of the request keys of entries.</summary>
    public const string Keys = "key-";

    /// <summary>Prefix of the first entry of each company.</summary>
    public const string Companies = "company-";

    /// <summary>Prefix of entries refused.</summary>
    public const string Attempts = "attempt-";

    /// <summary>Prefix of the pages of the sealed list.</summary>
    public const string List = "list-";

    /// <summary>
    /// What the salts of the list are made of; it leaves the office only as the salt of one company's own entry.
    /// </summary>
    public const string Secret = "secret";

    /// <summary>Prefix of the draws that were done.</summary>
    public const string Draws = "draw-";

    /// <summary>Prefix of the pages of the results of the first draw.</summary>
    public const string Results = "result-";

    /// <summary>Rows of a list or of results on one page; a page stays below 32 Ki characters.</summary>
    public const int PageSize = 250;

    /// <summary>Key of an entry.</summary>
    public static string Entry(int serial) => string.Create(CultureInfo.InvariantCulture, $"{Entries}{serial:00000}");

    /// <summary>
    /// Key of a draw that was done, from 1. There is one row of it at most, which is why there is one draw.
    /// </summary>
    public static string Draw(int draw) => string.Create(CultureInfo.InvariantCulture, $"{Draws}{draw:00}");

    /// <summary>Prefix of the pages of the results of a draw.</summary>
    public static string ResultsOf(int draw) =>
        draw == 1 ? Results : string.Create(CultureInfo.InvariantCulture, $"result{draw:00}-");

    /// <summary>Key of the announcement that a throw before witnesses decides a draw.</summary>
    public static string Witnessed(int draw) => string.Create(CultureInfo.InvariantCulture, $"witnessed-{draw:00}");

    /// <summary>Key of what fell before witnesses.</summary>
    public static string Thrown(int draw) => string.Create(CultureInfo.InvariantCulture, $"thrown-{draw:00}");

    /// <summary>Key of the row that leads from a request key to its entry.</summary>
    public static string KeyOf(string requestKey) => Keys + Hash(requestKey);

    /// <summary>Key of a refused request.</summary>
    public static string AttemptOf(string requestKey) => Attempts + Hash(requestKey);

    /// <summary>
    /// Keys of the rows by which a company is found again: its number where it has one, and its place.
    /// </summary>
    public static IEnumerable<string> CompaniesOf(EntryForm form) =>
        new[] { CompanyKey.Of(form), CompanyKey.OfPlace(form) }.Distinct().Select(k => Companies + k);

    /// <summary>The entry of a request key, or null.</summary>
    internal static async Task<EntryRow?> KnownAsync(
        IRecords records, RoundId round, string requestKey, CancellationToken cancellation = default)
    {
        var partition = round.ToString();
        var known = await records.ReadAsync(RecordSet.Rounds, partition, KeyOf(requestKey), cancellation);
        return known is null
            ? null
            : (await records.ReadAsync<EntryRow>(
                RecordSet.Rounds, partition, known.Read<string>(), cancellation)).Body;
    }

    // The sender's text may hold what no row key can.
    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Key of a page, from 0.</summary>
    public static string Page(string prefix, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{page:0000}");
}
