using System.Globalization;
using Tedori.Programme;
using Tedori.Programme.Lottery;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Rounds;

/// <summary>The rows of the places of an edition. Storage format.</summary>
public static class PlaceRows
{
    /// <summary>The ledger.</summary>
    public static RowKey<PlaceLedger> Ledger(string edition) => Of(edition).Row<PlaceLedger>("ledger");

    /// <summary>The postings of a round, in order.</summary>
    public static RowRange<PlacePosting> PostingsOf(RoundId round) =>
        Of(round.Edition).Prefix<PlacePosting>(Prefix(round.Number));

    /// <summary>A posting, by its number in the ledger from 1.</summary>
    public static RowKey<PlacePosting> Posting(string edition, int round, int number) =>
        Of(edition).Row<PlacePosting>(Prefix(round) + number.ToString("000000", CultureInfo.InvariantCulture));

    private static RowPartition Of(string edition) => new(RecordSet.Office, $"places-{edition}");

    private static string Prefix(int round) => string.Create(CultureInfo.InvariantCulture, $"posting-{round:00}-");
}
