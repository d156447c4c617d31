using System.Buffers;

namespace Tedori.Workflows.Records;

/// <summary>What every store refuses before it looks at its rows: a key that works on one works on all.</summary>
public static class RecordRules
{
    /// <summary>Most characters of a partition or row key.</summary>
    public const int LongestKey = 512;

    /// <summary>
    /// Most UTF-16 characters of a body: an entity of Azure Tables holds 1 MiB, and Azurite measures it as it is sent,
    /// where a character takes up to 6 bytes.
    /// </summary>
    public const int LongestBody = 170_000;

    /// <summary>
    /// Most UTF-16 characters of a commit, its keys counted three times: a transaction of Azure Tables is a request of
    /// 4 MiB, in which a character of a body takes up to 6 bytes and one of a key up to 15.
    /// </summary>
    public const int LongestCommit = 600_000;

    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. "/\\#?", .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl)]);

    /// <summary>Refuses a partition or row key that one of the stores could not hold.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or holds a forbidden character.</exception>
    public static void CheckKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > LongestKey)
            throw new ArgumentException($"A key has 1 to {LongestKey} characters, not {key.Length}.", nameof(key));
        if (key.AsSpan().IndexOfAny(Forbidden) >= 0)
            throw new ArgumentException($"'{key}' holds one of / \\ # ? or a control character.", nameof(key));
    }

    /// <summary>Refuses a commit that no store could do in one transaction.</summary>
    /// <exception cref="ArgumentException">
    /// No writes, too many, a key twice, a key that is none, or more text than a row or a commit holds.
    /// </exception>
    public static void CheckCommit(string partition, IReadOnlyList<Write> writes)
    {
        ArgumentNullException.ThrowIfNull(writes);
        CheckKey(partition);
        if (writes.Count is 0 or > IRecords.MostWrites)
            throw new ArgumentException(
                $"A commit has 1 to {IRecords.MostWrites} writes; this one has {writes.Count}.", nameof(writes));
        var keys = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        var length = 0L;
        foreach (var write in writes)
        {
            CheckKey(write.Key);
            length += LengthIn(partition, write);
            if (!keys.Add(write.Key))
                throw new ArgumentException($"The key '{write.Key}' is written twice in one commit.", nameof(writes));
        }

        if (length > LongestCommit)
            throw new ArgumentException(
                $"A commit has at most {LongestCommit} characters, not {length}.", nameof(writes));
    }

    /// <summary>How much of a commit a write takes, in the characters of <see cref="LongestCommit"/>.</summary>
    internal static long LengthIn(string partition, Write write) =>
        LengthOf(write) + 3 * (partition.Length + write.Key.Length);

    private static int LengthOf(Write write)
    {
        var length = write switch
        {
            Write.Insert insert => insert.Body.Length,
            Write.Replace replace => replace.Body.Length,
            Write.Upsert upsert => upsert.Body.Length,
            _ => 0,
        };
        return length <= LongestBody
            ? length
            : throw new ArgumentException(
                $"The body of '{write.Key}' has {length} characters; a row holds {LongestBody}.", nameof(write));
    }
}
