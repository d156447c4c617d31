using Azure.Data.Tables;

namespace Tedori.Functions.Azure.Tables;

/// <summary>Ranges of keys in the service's query language.</summary>
internal static class KeyRange
{
    /// <summary>Null where every row is meant.</summary>
    public static string? Filter(string? partition, string from, string? before)
    {
        var parts = new List<string>();
        if (partition is not null)
            parts.Add(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"));
        if (from.Length > 0)
            parts.Add(TableClient.CreateQueryFilter($"RowKey ge {from}"));
        if (before is not null)
            parts.Add(TableClient.CreateQueryFilter($"RowKey lt {Sendable(before)}"));
        return parts.Count > 0 ? string.Join(" and ", parts) : null;
    }

    /// <summary>
    /// The end of a range of one prefix is written with U+FFFF, which is no character: no service need take it.
    /// The same range ends before the prefix with its last character raised by one.
    /// </summary>
    private static string Sendable(string before)
    {
        var prefix = before.TrimEnd('\uffff');
        return prefix.Length is 0 || prefix.Length == before.Length
            ? before
            : prefix[..^1] + (prefix[^1] == '\ud7ff' ? '\ue000' : (char)(prefix[^1] + 1));
    }
}
