namespace Tedori.Tests.Records;

/// <summary>Names of tables that no other test uses.</summary>
internal static class OwnTables
{
    public static string NewPrefix() => $"t{Guid.NewGuid():n}";
}
