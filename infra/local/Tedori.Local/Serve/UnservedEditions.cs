using Microsoft.Extensions.DependencyInjection;
using Tedori.Local.Composition;
using Tedori.Programme;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Records;
using Tedori.Workflows.Rounds;

namespace Tedori.Local.Serve;

/// <summary>
/// Refuses a folder that holds cases of a year whose programme file is neither given nor kept: they would answer nobody
/// and no deadline of theirs would be swept.
/// </summary>
internal static class UnservedEditions
{
    // The office's own begin with r, those for trying with t.
    private const string Letters = "rt";
    private const int MostYears = 99;

    /// <exception cref="UsageException">There are some.</exception>
    public static async Task CheckAsync(LocalPlatform platform, CancellationToken cancellation)
    {
        var catalog = platform.Services.GetRequiredService<EditionCatalog>();
        var found = new List<string>();
        foreach (var id in Letters.SelectMany(l => Enumerable.Range(1, MostYears), (l, n) => new RoundId($"{l}{n}", 1)))
        {
            if (!catalog.Has(id) && await HoldsAsync(platform.Records, id, cancellation))
                found.Add(id.Edition);
        }

        if (found.Count > 0)
        {
            throw new UsageException(
                $"The data folder holds cases of {string.Join(", ", found)}, whose programme file is neither given nor "
                + "kept in it: name it too with --programme, once a file.");
        }
    }

    private static async Task<bool> HoldsAsync(IRecords records, RoundId id, CancellationToken cancellation) =>
        await records.ReadAsync(RoundRows.Counter(id), cancellation) is not null
        || await records.ReadAsync(RoundRows.State(id), cancellation) is not null;
}
