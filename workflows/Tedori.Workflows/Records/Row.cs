using System.Text.Json;
using Tedori.Programme.Serialization;

namespace Tedori.Workflows.Records;

/// <summary>A row as read.</summary>
/// <param name="Key">Key within its partition; rows of a partition are ordered by it, by ordinal comparison.</param>
/// <param name="Version">Opaque version (ETag) that changes with every write of the row.</param>
/// <param name="Body">JSON text.</param>
public sealed record Row(string Key, string Version, string Body)
{
    /// <summary>Its partition.</summary>
    public required string Partition { get; init; }

    /// <summary>What the body holds.</summary>
    /// <exception cref="DamagedRowException">It does not hold one.</exception>
    public T Read<T>() => Read<T, T>(static body => body);

    /// <summary>What the body holds, taken further.</summary>
    /// <exception cref="DamagedRowException">
    /// It does not hold one, or what it holds cannot be taken further.
    /// </exception>
    public TResult Read<TBody, TResult>(Func<TBody, TResult> further)
    {
        ArgumentNullException.ThrowIfNull(further);
        return Guarded(() => further(TedoriJson.Read<TBody>(Body)));
    }

    /// <summary>What is made of the body.</summary>
    /// <exception cref="DamagedRowException">It cannot be made.</exception>
    internal TResult Guarded<TResult>(Func<TResult> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException or ArgumentException
            or InvalidOperationException or OverflowException)
        {
            throw new DamagedRowException(this, e);
        }
    }
}
