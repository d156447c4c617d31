namespace Tedori.Workflows.Directory;

/// <summary>Keys of the rows that the office keeps in a case's partition. Storage format.</summary>
public static class CaseFileRows
{
    /// <summary>Who is in charge.</summary>
    public const string Assignment = "assignment";

    /// <summary>Prefix of the notes.</summary>
    public const string Notes = "note-";

    /// <summary>Prefix of the ticks on checklists.</summary>
    public const string Ticks = "tick-";
}
