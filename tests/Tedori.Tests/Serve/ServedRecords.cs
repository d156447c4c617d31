using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Local.Records;
using Tedori.Workflows.Records;

namespace Tedori.Tests.Serve;

/// <summary>Looks at all that a served folder has on record.</summary>
internal static class ServedRecords
{
    /// <summary>A digest of every row of every set.</summary>
    public static async Task<string> DigestAsync(this ServedFolder served)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var records = served.Services.GetRequiredService<SqliteRecords>();
        foreach (var set in Enum.GetValues<RecordSet>())
        {
            await foreach (var (partition, row) in records.ScanAllAsync(set))
                hash.AppendData(Encoding.UTF8.GetBytes($"{set}|{partition}|{row.Key}|{row.Version}|{row.Body}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
