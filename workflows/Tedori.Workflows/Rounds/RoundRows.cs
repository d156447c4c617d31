using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tedori.Programme;
using Tedori.Programme.Entries;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>The rows in a round's partition. Storage format.</summary>
public static class RoundRows
{
    /// <summary>Rows of a list or of results on one page; a page stays below 32 Ki characters.</summary>
    public const int PageSize = 250;

    /// <summary>Everything that is kept of a round.</summary>
    public static RowPartition Of(RoundId round) => new(RecordSet.Rounds, round.ToString());

    /// <summary>The state of the round.</summary>
    public static RowKey<RoundState> State(RoundId round) => Of(round).Row<RoundState>("state");

    /// <summary>What became of its winners, as it was told first.</summary>
    public static RowKey<FinishedResult> Finished(RoundId round) => Of(round).Row<FinishedResult>("finished");

    /// <summary>The next serial number, and whether the list is frozen.</summary>
    public static RowKey<CounterRow> Counter(RoundId round) => Of(round).Row<CounterRow>("counter");

    /// <summary>The entries, by serial.</summary>
    public static RowRange<EntryRow> EntriesOf(RoundId round) => Of(round).Prefix<EntryRow>("entry-");

    /// <summary>The entries with so many serials from one on, inclusive.</summary>
    public static RowRange<EntryRow> EntriesOf(RoundId round, int serial, int most) =>
        new(Of(round), Entry(new(round, serial)).Key, Entry(new(round, serial + most)).Key);

    /// <summary>The entry of a case.</summary>
    public static RowKey<EntryRow> Entry(CaseId id) =>
        Of(id.Round).Row<EntryRow>("entry-" + SerialKey(id.Serial));

    /// <summary>The key of the entry that a request became, by the request's own key.</summary>
    public static RowKey<string> Request(RoundId round, string requestKey) =>
        Of(round).Row<string>("key-" + Hash(requestKey));

    /// <summary>
    /// The first entry of a company: under its number where it has one, under name and address, and under name and phone.
    /// </summary>
    public static IEnumerable<RowKey<CaseId>> CompaniesOf(RoundId round, CompanyKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return (keys with { Place = null }).All.Select(k => Of(round).Row<CaseId>("company-" + k));
    }

    /// <summary>Which entry answers for a lot that several share, as two people settled it.</summary>
    public static RowKey<SettledLot> Settled(RoundId round, int lot) =>
        Of(round).Row<SettledLot>(string.Create(CultureInfo.InvariantCulture, $"settled-{lot:0000000}"));

    /// <summary>What two people decided about entries that only look like one company.</summary>
    public static RowRange<JoinDecision> JoinsOf(RoundId round) => Of(round).Prefix<JoinDecision>("join-");

    /// <summary>The decision about two entries, the earlier one first.</summary>
    public static RowKey<JoinDecision> Join(RoundId round, int first, int second) =>
        Of(round).Row<JoinDecision>($"join-{SerialKey(first)}-{SerialKey(second)}");

    /// <summary>What two people decided about entries of a round and who was drawn in others with what they state.</summary>
    public static RowRange<JoinDecision> DrawnBeforeOf(RoundId round) => Of(round).Prefix<JoinDecision>("before-");

    /// <summary>The same of one entry.</summary>
    public static RowRange<JoinDecision> DrawnBeforeOf(CaseId id) =>
        Of(id.Round).Prefix<JoinDecision>($"before-{SerialKey(id.Serial)}-");

    /// <summary>The decision about an entry and a case of another round that was drawn.</summary>
    public static RowKey<JoinDecision> DrawnBefore(CaseId drawn, CaseId id) =>
        Of(id.Round).Row<JoinDecision>($"before-{SerialKey(id.Serial)}-{drawn}");

    /// <summary>By what the entries are compared, a page of them at a time.</summary>
    public static RowRange<NearPage> NearOf(RoundId round) => Of(round).Prefix<NearPage>("near-");

    /// <summary>A page of it, from 0.</summary>
    public static RowKey<NearPage> Near(RoundId round, int page) =>
        Of(round).Row<NearPage>(string.Create(CultureInfo.InvariantCulture, $"near-{page:0000}"));

    /// <summary>The entries refused.</summary>
    public static RowRange<EntryAttemptRow> AttemptsOf(RoundId round) => Of(round).Prefix<EntryAttemptRow>("attempt-");

    /// <summary>A refused request.</summary>
    public static RowKey<EntryAttemptRow> Attempt(RoundId round, string requestKey) =>
        Of(round).Row<EntryAttemptRow>("attempt-" + Hash(requestKey));

    /// <summary>
    /// What the salts of the list are made of, in hexadecimal digits; it leaves the office only as the salt of one
    /// company's own entry.
    /// </summary>
    public static RowKey<string> Secret(RoundId round) => Of(round).Row<string>("secret");

    /// <summary>The pages of the sealed list.</summary>
    public static RowRange<IReadOnlyList<ListRow>> ListOf(RoundId round) =>
        Of(round).Prefix<IReadOnlyList<ListRow>>("list-");

    /// <summary>The pages of the results of a draw, from 1.</summary>
    public static RowRange<IReadOnlyList<ResultRow>> ResultsOf(RoundId round, int draw) =>
        Of(round).Prefix<IReadOnlyList<ResultRow>>(
            draw == 1 ? "result-" : string.Create(CultureInfo.InvariantCulture, $"result{draw:00}-"));

    /// <summary>A page of a list or of results, from 0.</summary>
    public static RowKey<IReadOnlyList<T>> Page<T>(RowRange<IReadOnlyList<T>> pages, int page) =>
        new(pages.Partition, string.Create(CultureInfo.InvariantCulture, $"{pages.From}{page:0000}"));

    /// <summary>The draws that were done, oldest first.</summary>
    public static RowRange<DrawRow> DrawsOf(RoundId round) => Of(round).Prefix<DrawRow>("draw-");

    /// <summary>
    /// A draw that was done, from 1. There is one row of it at most, which is why there is one draw.
    /// </summary>
    public static RowKey<DrawRow> Draw(RoundId round, int draw) =>
        Of(round).Row<DrawRow>(string.Create(CultureInfo.InvariantCulture, $"draw-{draw:00}"));

    /// <summary>The announcement that a throw before witnesses decides a draw.</summary>
    public static RowKey<BeaconPledge> Witnessed(RoundId round, int draw) =>
        Of(round).Row<BeaconPledge>(string.Create(CultureInfo.InvariantCulture, $"witnessed-{draw:00}"));

    /// <summary>What fell before witnesses.</summary>
    public static RowKey<TypedThrow> Thrown(RoundId round, int draw) =>
        Of(round).Row<TypedThrow>(string.Create(CultureInfo.InvariantCulture, $"thrown-{draw:00}"));

    /// <summary>The public value that a throw is bound to, as it was typed.</summary>
    public static RowKey<TypedClosing> Closing(RoundId round, int draw) =>
        Of(round).Row<TypedClosing>(string.Create(CultureInfo.InvariantCulture, $"closing-{draw:00}"));

    /// <summary>The entry of a request key, or null.</summary>
    internal static async Task<EntryRow?> KnownAsync(
        IRecords records, RoundId round, string requestKey, CancellationToken cancellation = default) =>
        await records.ReadAsync(Request(round, requestKey), cancellation) is { Body: var entry }
            ? (await records.ReadAsync(Of(round).Row<EntryRow>(entry), cancellation))?.Body
            : null;

    // Five digits as ever; more stand behind a sign that sorts after every digit, so that a range keeps its order.
    private static string SerialKey(int serial) => serial <= 99_999
        ? serial.ToString("00000", CultureInfo.InvariantCulture)
        : serial.ToString("~0000000", CultureInfo.InvariantCulture);

    // The sender's text may hold what no row key can.
    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
