namespace Tedori.Workflows.Records;

/// <summary>One write of a commit.</summary>
/// <param name="Key">Key of the row within the partition.</param>
public abstract record Write(string Key)
{
    /// <summary>Adds a row; conflicts where the key exists.</summary>
    public sealed record Insert(string Key, string Body) : Write(Key);

    /// <summary>Replaces a row; conflicts where it is absent or has another version.</summary>
    public sealed record Replace(string Key, string Body, string Version) : Write(Key);

    /// <summary>Adds or replaces a row whatever its version.</summary>
    public sealed record Upsert(string Key, string Body) : Write(Key);

    /// <summary>Removes a row; conflicts where it is absent or has another version.</summary>
    public sealed record Delete(string Key, string Version) : Write(Key);
}
