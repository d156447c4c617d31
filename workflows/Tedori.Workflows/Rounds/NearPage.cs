using Tedori.Programme.Entries;

namespace Tedori.Workflows.Rounds;

/// <summary>
/// By what so many entries of a round in order of serial are compared, so that who looks for those that share something
/// need not read the entries. A projection: made of the entries alone, and anew where it does not fit. Storage format.
/// </summary>
/// <param name="First">Serial of the first of them.</param>
/// <param name="Reading">With which reading of texts they were made.</param>
/// <param name="Keys">The keys of <see cref="RoundRows.PageSize"/> entries, one behind the other, in Base64.</param>
public sealed record NearPage(int First, string Reading, string Keys)
{
    /// <summary>The page of keys.</summary>
    public static NearPage Of(int first, string reading, IReadOnlyList<NearKeys> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var bytes = new byte[keys.Count * NearKeys.Length];
        for (var i = 0; i < keys.Count; i++)
            keys[i].Write(bytes.AsSpan(i * NearKeys.Length));
        return new(first, reading, Convert.ToBase64String(bytes));
    }

    /// <summary>The keys that it holds.</summary>
    public IEnumerable<NearKeys> Read() =>
        Convert.FromBase64String(Keys).Chunk(NearKeys.Length).Select(b => NearKeys.Read(b));
}
