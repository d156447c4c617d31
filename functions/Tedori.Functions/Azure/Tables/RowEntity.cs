using System.Globalization;
using Azure.Data.Tables;
using Tedori.Workflows.Records;

namespace Tedori.Functions.Azure.Tables;

/// <summary>
/// A row as an entity: the body in as many properties as it needs, and the id of the commit that wrote it. The names of
/// the properties are storage format.
/// </summary>
internal static class RowEntity
{
    private const string Body = "Body";
    private const string Commit = "Commit";

    // A property holds 64 KiB of UTF-16, about 32 Ki characters. A pair of surrogates is never torn.
    private const int LongestPart = 32_000;

    public static TableEntity Write(string partition, string key, string body, Guid commit)
    {
        var entity = new TableEntity(partition, key) { [Commit] = commit };
        for (var (part, start) = (0, 0); part == 0 || start < body.Length; part++)
        {
            var length = Math.Min(LongestPart, body.Length - start);
            if (start + length < body.Length && char.IsHighSurrogate(body[start + length - 1]))
                length--;
            entity[Name(part)] = body.Substring(start, length);
            start += length;
        }

        return entity;
    }

    public static Row Read(TableEntity entity) =>
        new(entity.RowKey, entity.ETag.ToString(), BodyOf(entity)) { Partition = entity.PartitionKey };

    /// <summary>The commit that wrote the row.</summary>
    public static Guid? CommitOf(TableEntity entity) => entity.GetGuid(Commit);

    /// <summary>
    /// Whether the service could have given out the version: it refuses as malformed what is no ETag.
    /// </summary>
    public static bool MayMatch(Write write) => VersionOf(write) is not { } version
        || (version.StartsWith("W/\"", StringComparison.Ordinal) && version.EndsWith('"')
            && version.All(c => c is >= ' ' and <= '~'));

    /// <summary>The version that a write expects, or null where it expects none.</summary>
    public static string? VersionOf(Write write) => write switch
    {
        Write.Replace replace => replace.Version,
        Write.Delete delete => delete.Version,
        _ => null,
    };

    private static string BodyOf(TableEntity entity)
    {
        var first = entity.GetString(Name(0))
            ?? throw new InvalidDataException($"The entity '{entity.RowKey}' of '{entity.PartitionKey}' has no body.");
        return entity.ContainsKey(Name(1)) ? string.Concat(Parts(entity)) : first;
    }

    private static IEnumerable<string> Parts(TableEntity entity)
    {
        for (var part = 0; entity.GetString(Name(part)) is { } text; part++)
            yield return text;
    }

    private static string Name(int part) =>
        part == 0 ? Body : string.Create(CultureInfo.InvariantCulture, $"{Body}{part}");
}
