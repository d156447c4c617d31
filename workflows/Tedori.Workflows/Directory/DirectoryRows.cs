using Tedori.Programme;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Directory;

/// <summary>The rows of the directory of cases. Storage format.</summary>
public static class DirectoryRows
{
    /// <summary>The listings of a round, by receipt number.</summary>
    public static RowRange<CaseListing> ListingsOf(RoundId round) => Of(round).All<CaseListing>();

    /// <summary>The listing of a case.</summary>
    public static RowKey<CaseListing> Listing(CaseId id) => Of(id.Round).Row<CaseListing>(id.ToString());

    /// <summary>Who is in charge of a case. It stands with the case, so that no rebuilding loses it.</summary>
    public static RowKey<CaseAssignment> Assignment(CaseId id) =>
        new RowPartition(RecordSet.Cases, id.ToString()).Row<CaseAssignment>("assignment");

    private static RowPartition Of(RoundId round) => new(RecordSet.Office, $"directory-{round}");
}
