using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;

namespace Tedori.Workflows.Anchoring;

/// <summary>Partitions and keys of the anchors. Storage format.</summary>
public static class AnchorRows
{
    /// <summary>The partition of the anchors, by day.</summary>
    public const string Anchors = "anchors";

    /// <summary>The row that names the last anchor; sorts after all days.</summary>
    public const string Head = "head";

    /// <summary>Key of a day's anchor.</summary>
    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>The partition of the pages of a day's anchor.</summary>
    public static string PagesOf(LocalDate day) => $"anchor-{Of(day)}";

    /// <summary>Key of a page, from 0.</summary>
    public static string Page(RoundId round, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{round}-{page:0000}");
}
