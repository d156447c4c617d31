using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Drafts;

/// <summary>The rows of kept pages: a partition for each day in Japan, which goes as a whole. Storage format.</summary>
internal static class KeptPageRows
{
    /// <summary>All that were kept on a day.</summary>
    public static RowRange<KeptPage> Of(LocalDate day) => PartitionOf(day).All<KeptPage>();

    /// <summary>One of the numbered places of an owner, or of all who are not known (null).</summary>
    public static RowKey<KeptPage> Page(LocalDate day, string? owner, int number) => PartitionOf(day).Row<KeptPage>(
        string.Create(CultureInfo.InvariantCulture, $"{owner ?? "browser"}-{number:0000}"));

    private static RowPartition PartitionOf(LocalDate day) =>
        new(RecordSet.Office, $"kept-{LocalDatePattern.Iso.Format(day)}");
}
