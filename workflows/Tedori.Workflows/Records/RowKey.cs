using Tedori.Programme.Serialization;

namespace Tedori.Workflows.Records;

/// <summary>One row of the record and what it holds: a row is never read as what it is not.</summary>
/// <typeparam name="T">What its body holds.</typeparam>
/// <param name="Partition">Its partition.</param>
/// <param name="Key">Its key within the partition. Storage format.</param>
public readonly record struct RowKey<T>(RowPartition Partition, string Key)
{
    /// <summary>Adds the row; conflicts where it exists.</summary>
    public RowWrite Insert(T body) => InsertText(TedoriJson.Write(body));

    /// <summary>Adds or replaces the row whatever its version.</summary>
    public RowWrite Upsert(T body) => new(Partition, new Write.Upsert(Key, TedoriJson.Write(body)));

    /// <summary>Adds the row where it was absent, replaces the version that was read otherwise.</summary>
    /// <param name="body">What it holds from now on.</param>
    /// <param name="version">The version that was read, or null where there was none.</param>
    public RowWrite Put(T body, string? version) => version is null
        ? Insert(body)
        : new(Partition, new Write.Replace(Key, TedoriJson.Write(body), version));

    /// <summary>Removes the row; conflicts where it is absent or has another version.</summary>
    public RowWrite Delete(string version) => new(Partition, new Write.Delete(Key, version));

    /// <summary>Adds the row with a text that was hashed as it stands; conflicts where the row exists.</summary>
    internal RowWrite InsertText(string body) => new(Partition, new Write.Insert(Key, body));
}
