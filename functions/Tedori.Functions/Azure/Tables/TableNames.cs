using Tedori.Workflows.Records;

namespace Tedori.Functions.Azure.Tables;

/// <summary>Names of the tables. Storage format.</summary>
internal static class TableNames
{
    public static string Of(RecordSet set) => set switch
    {
        RecordSet.Cases => "cases",
        RecordSet.Rounds => "rounds",
        RecordSet.Office => "office",
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "No such set of records."),
    };
}
