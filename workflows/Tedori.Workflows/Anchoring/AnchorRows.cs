using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Anchoring;

/// <summary>The rows of the anchors. Storage format.</summary>
public static class AnchorRows
{
    // It names the last anchor, and sorts after all days.
    private const string HeadKey = "head";

    private static readonly RowPartition Anchors = new(RecordSet.Office, "anchors");

    /// <summary>All anchors, by day.</summary>
    public static RowRange<AnchorRow> All => Anchors.All<AnchorRow>() with { Before = HeadKey };

    /// <summary>The last anchor.</summary>
    public static RowKey<AnchorHead> Head => Anchors.Row<AnchorHead>(HeadKey);

    /// <summary>A day's anchor.</summary>
    public static RowKey<AnchorRow> Of(LocalDate day) => Anchors.Row<AnchorRow>(LocalDatePattern.Iso.Format(day));

    /// <summary>A page of a day's anchor, from 0.</summary>
    public static RowKey<AnchorPage> Page(LocalDate day, RoundId round, int page) =>
        new RowPartition(RecordSet.Office, $"anchor-{Of(day).Key}")
            .Row<AnchorPage>(string.Create(CultureInfo.InvariantCulture, $"{round}-{page:0000}"));
}
