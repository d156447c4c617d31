using System.Security.Cryptography;
using System.Text;
using Tedori.Programme;
using Tedori.Workflows.Records;

namespace Tedori.Workflows.Directory;

/// <summary>The searches that each member keeps.</summary>
public sealed class SavedFilters(IRecords records)
{
    /// <summary>Most filters of one member.</summary>
    public const int Most = 50;

    private const int MostCharacters = 40;

    /// <summary>The filters of a member, by name.</summary>
    public async Task<IReadOnlyList<SavedFilter>> OfAsync(string member, CancellationToken cancellation = default)
    {
        var filters = await records.BodiesAsync(PartitionOf(member).All<SavedFilter>(), cancellation)
            .ToListAsync(cancellation);
        return [.. filters.OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    /// <summary>Keeps a search; another of the same name is replaced.</summary>
    /// <returns>Why it was not kept, or null.</returns>
    public async Task<Refusal?> SaveAsync(string member, SavedFilter filter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.Name.Length is 0 or > MostCharacters)
            return new("filterName", $"条件の名前を1文字以上{MostCharacters}文字以内で入力してください。");
        var kept = await OfAsync(member, cancellation);
        if (kept.Count >= Most && kept.All(f => f.Name != filter.Name))
            return new("filterCount", $"保存できる条件は{Most}件までです。使わない条件を削除してください。");
        await records.CommitAsync(KeyOf(member, filter.Name).Upsert(filter), cancellation);
        return null;
    }

    /// <summary>Forgets a search. One that is not kept is no error.</summary>
    public Task RemoveAsync(string member, string name, CancellationToken cancellation = default) =>
        records.RemoveAsync(KeyOf(member, name), cancellation);

    private static RowKey<SavedFilter> KeyOf(string member, string name) =>
        PartitionOf(member).Row<SavedFilter>(Digest(name));

    private static RowPartition PartitionOf(string member) => new(RecordSet.Office, $"filters-{Digest(member)}");

    // Ids and names may hold what no row key can.
    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
