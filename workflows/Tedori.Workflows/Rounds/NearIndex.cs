using System.Security.Cryptography;
using System.Text;
using Tedori.Programme;
using Tedori.Programme.Editions;
using Tedori.Programme.Entries;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// The keys by which the entries of a round are compared, kept in pages beside them. The sweeper keeps them, so that an
/// entry writes nothing more in the minute in which all come; whoever is not kept yet is read.
/// </summary>
public sealed class NearIndex(IRecords records, RoundRecords rounds, EditionCatalog editions)
{
    private const int Size = RoundRows.PageSize;

    /// <summary>The keys of all entries, in order of serial from 1.</summary>
    public async Task<IReadOnlyList<NearKeys>> KeysAsync(RoundId round, CancellationToken cancellation = default)
    {
        var rules = editions.Of(round).Entry;
        var keys = await KeptAsync(round, StampOf(rules), cancellation);
        await foreach (var page in rounds.EntryPagesAsync(round, keys.Count + 1, cancellation))
            Add(keys, page, rules);
        return keys;
    }

    /// <summary>Keeps what is whole and not kept yet of a round with so many entries. Safe to repeat.</summary>
    public async Task KeepAsync(RoundId round, int entries, CancellationToken cancellation = default)
    {
        var stamp = StampOf(editions.Of(round).Entry);
        var whole = entries / Size;
        // They are kept in their order: where the last is there, all are.
        if (whole == 0 || (await records.ReadAsync(RoundRows.Near(round, whole - 1), cancellation))?.Body.Reading == stamp)
            return;
        var kept = (await KeptAsync(round, stamp, cancellation)).Count;
        var keys = await KeysAsync(round, cancellation);
        await records.CommitManyAsync(
            Enumerable.Range(kept / Size, whole - (kept / Size)).Select(page => RoundRows.Near(round, page).Upsert(
                NearPage.Of((page * Size) + 1, stamp, [.. keys.Skip(page * Size).Take(Size)]))),
            cancellation);
    }

    private async Task<List<NearKeys>> KeptAsync(RoundId round, string stamp, CancellationToken cancellation)
    {
        var keys = new List<NearKeys>();
        await foreach (var page in records.BodiesAsync(RoundRows.NearOf(round), cancellation))
        {
            if (page.First != keys.Count + 1 || page.Reading != stamp)
                break;
            keys.AddRange(page.Read());
        }

        return keys;
    }

    private static void Add(
        List<NearKeys> keys, IReadOnlyList<(EntryRow Entry, string Version)> page, EntryRules rules)
    {
        var (reading, read) = (rules.Reading, new NearKeys[page.Count]);
        Parallel.For(0, read.Length, i =>
        {
            var row = page[i].Entry;
            var texts = CompanyTexts.Of(row.Form, reading);
            read[i] = NearKeys.Of(row.ToEntry(texts), texts, reading.Mail(row.Form.Email));
        });
        for (var i = 0; i < read.Length; i++)
        {
            // A row that is missing shares nothing with anybody, and those behind it keep their places.
            while (keys.Count < page[i].Entry.CaseId.Serial - 1)
                keys.Add(default);
            keys.Add(read[i]);
        }
    }

    /// <summary>By which reading keys were made: of the texts, and of the kanji that the edition has as one.</summary>
    internal static string StampOf(EntryRules rules) => $"{NearKeys.Version}-" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rules.Variants))))[..16];
}
