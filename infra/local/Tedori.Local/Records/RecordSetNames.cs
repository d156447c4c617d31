using Tedori.Workflows.Records;

namespace Tedori.Local.Records;

/// <summary>Names of the sets in the file. Storage format.</summary>
internal static class RecordSetNames
{
    public static string Of(RecordSet set) => set switch
    {
        RecordSet.Cases => "cases",
        RecordSet.Rounds => "rounds",
        RecordSet.Office => "office",
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "No such set of records."),
    };
}
