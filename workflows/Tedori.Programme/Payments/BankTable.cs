using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Tedori.Programme.Payments;

/// <summary>A branch of the table of banks.</summary>
/// <param name="Bank">Code of the bank, 4 digits.</param>
/// <param name="BankName">Its name, as people write it.</param>
/// <param name="BankKana">Its name as banks print it.</param>
/// <param name="Branch">Number of the branch, 3 digits.</param>
/// <param name="BranchName">Its name, as people write it.</param>
/// <param name="BranchKana">Its name as banks print it.</param>
public sealed record BankOffice(
    string Bank, string BankName, string BankKana, string Branch, string BranchName, string BranchKana)
{
    // Widths of the names in the file; the codes decide, the names are for who reads them.
    private const int MostBytes = 15;

    /// <summary>As it stands in a file of transfers, names cut to their 15 bytes.</summary>
    [JsonIgnore]
    public BankBranch Printed => new(Bank, Cut(BankKana), Branch, Cut(BranchKana));

    private static string Cut(string name) => name.Length <= MostBytes ? name : name[..MostBytes].TrimEnd(' ');
}

/// <summary>
/// Banks and branches by their codes (金融機関・店舗), from a file that staff give. Whatever the order of the file, the same
/// branches are the same bytes. Immutable and pure.
/// </summary>
public sealed class BankTable
{
    /// <summary>Most branches.</summary>
    public const int MostBranches = 40_000;

    private readonly FrozenDictionary<(string Bank, string Branch), BankOffice> offices;
    private readonly FrozenDictionary<string, string> banks;

    internal BankTable(IEnumerable<BankOffice> all)
    {
        Offices = [.. all.OrderBy(o => o.Bank, StringComparer.Ordinal).ThenBy(o => o.Branch, StringComparer.Ordinal)];
        offices = Offices.ToFrozenDictionary(o => (o.Bank, o.Branch));
        banks = Offices.GroupBy(o => o.Bank).ToFrozenDictionary(b => b.Key, b => b.First().BankName);
        var content = ToBytes();
        Digest = new(SHA256.HashData(content));
    }

    /// <summary>All branches, by bank and branch.</summary>
    public IReadOnlyList<BankOffice> Offices { get; }

    /// <summary>How many banks there are.</summary>
    public int Banks => banks.Count;

    /// <summary>SHA-256 of <see cref="ToBytes"/>.</summary>
    public Hash256 Digest { get; }

    /// <summary>Reads the file that staff gave, or what <see cref="ToBytes"/> wrote.</summary>
    public static BankTableReading Read(ReadOnlySpan<byte> content) => BankTableFile.Read(content);

    /// <summary>The branch, or null where there is none.</summary>
    public BankOffice? Find(string bank, string branch) => offices.GetValueOrDefault((bank, branch));

    /// <summary>The name of a bank, as people write it, or null where there is none.</summary>
    public string? BankName(string bank) => banks.GetValueOrDefault(bank);

    /// <summary>The table as a file: UTF-8, LF, by bank and branch; read again it is the same table.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(BankTableFile.Header).Append('\n');
        foreach (var o in Offices)
            text.AppendJoin(',', o.Bank, Quoted(o.BankName), o.BankKana, o.Branch, Quoted(o.BranchName), o.BranchKana).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string name) =>
        name.AsSpan().IndexOfAny(',', '"') < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>What a file made of the table of banks.</summary>
/// <param name="Table">The table, or null where anything is wrong.</param>
/// <param name="Faults">Everything that is wrong.</param>
public sealed record BankTableReading(BankTable? Table, FileFaults Faults);
