using Microsoft.Extensions.DependencyInjection;
using Tedori.Local.Records;
using Tedori.Workflows.Records;

namespace Tedori.Testing.Serve;

/// <summary>Looks at all that a served folder has on record.</summary>
internal static class ServedRecords
{
    private const string Timers = "Office|timers|";

    /// <summary>Every row of every set, with its version, but when the app's own timers last ran.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this ServedFolder served)
    {
        var rows = new List<string>();
        var records = served.Services.GetRequiredService<SqliteRecords>();
        foreach (var set in Enum.GetValues<RecordSet>())
        {
            await foreach (var (partition, row) in records.ScanAllAsync(set))
                rows.Add($"{set}|{partition}|{row.Key}|{row.Version}|{row.Body}");
        }

        return [.. rows.Where(r => !r.StartsWith(Timers, StringComparison.Ordinal))];
    }
}
