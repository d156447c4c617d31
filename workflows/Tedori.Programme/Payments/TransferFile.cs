using System.Globalization;
using System.Text;
using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>
/// Writes and reads the file by which a bank is told to transfer (総合振込, 全銀): the same batch is the same bytes. Pure.
/// </summary>
public static class TransferFile
{
    /// <summary>Most yen of a payment.</summary>
    public const long MostYen = 9_999_999_999;

    /// <summary>Most payments of a file.</summary>
    public const int MostTransfers = 999_999;

    /// <summary>The file.</summary>
    /// <param name="batch">What is transferred; at least one payment.</param>
    /// <param name="lineEnds">Whether CR and LF stand behind each record, as some banks want it.</param>
    /// <exception cref="ArgumentException">A value does not fit: whoever made the batch has checked them.</exception>
    public static byte[] Write(TransferBatch batch, bool lineEnds)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Transfers.Count is 0 or > MostTransfers)
            throw new ArgumentException($"A file holds 1 to {MostTransfers} payments, not {batch.Transfers.Count}.", nameof(batch));
        using var file = new MemoryStream((batch.Transfers.Count + 3) * (TransferLayout.RecordLength + 2));
        Append(file, TransferLayout.Header, HeaderOf(batch), lineEnds);
        foreach (var transfer in batch.Transfers)
            Append(file, TransferLayout.Data, DataOf(transfer), lineEnds);
        Append(
            file, TransferLayout.Trailer,
            new() { ["count"] = Digits(batch.Transfers.Count), ["sum"] = Digits(batch.Yen) }, lineEnds);
        Append(file, TransferLayout.End, [], lineEnds);
        return file.ToArray();
    }

    /// <summary>What a file holds, or what is wrong with it.</summary>
    /// <param name="content">The file, with CR and LF behind each record or without.</param>
    /// <param name="year">The year of its day, which the file does not say.</param>
    public static (TransferBatch? Batch, Refusal? Refusal) Read(ReadOnlySpan<byte> content, int year)
    {
        var (records, fault) = TransferRecords.Of(content);
        if (fault is not null)
            return (null, fault);
        var header = records[0].Fields;
        if (records.Any(r => r.Fields.TryGetValue("accountKind", out var kind) && !Enum.IsDefined((AccountKind)Number(kind))))
            return (null, new("transferRecord", "預金種目が、普通(1)、当座(2)、貯蓄(4)、その他(9)のどれでもない明細があります。"));
        var transfers = records.Where(r => r.Kind == TransferLayout.Data).Select(r => TransferOf(r.Fields)).ToList();
        var trailer = records[^2].Fields;
        var (count, sum) = (Number(trailer["count"]), Number(trailer["sum"]));
        if (count != transfers.Count || sum != transfers.Sum(t => t.Yen))
        {
            return (null, new("transferSum", string.Create(
                CultureInfo.InvariantCulture,
                $"トレーラの{count:N0}件、{sum:N0}円が、明細の{transfers.Count:N0}件、{transfers.Sum(t => t.Yen):N0}円と一致しません。")));
        }

        var (month, day) = ((int)Number(header["date"][..2]), (int)Number(header["date"][2..]));
        if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return (null, new("transferDate", "振込指定日が日付ではありません。"));
        var client = new TransferClient(
            header["client"], header["clientName"], BranchOf(header), (AccountKind)Number(header["accountKind"]), header["account"]);
        return (new(client, new(year, month, day), transfers), null);
    }

    private static Dictionary<string, string> HeaderOf(TransferBatch batch) => new()
    {
        ["client"] = batch.Client.Code,
        ["clientName"] = batch.Client.Name,
        ["date"] = string.Create(CultureInfo.InvariantCulture, $"{batch.Date.Month:00}{batch.Date.Day:00}"),
        ["bank"] = batch.Client.Branch.Bank,
        ["bankName"] = batch.Client.Branch.BankName,
        ["branch"] = batch.Client.Branch.Number,
        ["branchName"] = batch.Client.Branch.BranchName,
        ["accountKind"] = Digits((int)batch.Client.Kind),
        ["account"] = batch.Client.Account,
    };

    private static Dictionary<string, string> DataOf(Transfer transfer) => new()
    {
        ["bank"] = transfer.Branch.Bank,
        ["bankName"] = transfer.Branch.BankName,
        ["branch"] = transfer.Branch.Number,
        ["branchName"] = transfer.Branch.BranchName,
        ["accountKind"] = Digits((int)transfer.Kind),
        ["account"] = transfer.Account,
        ["holder"] = transfer.Holder,
        ["yen"] = transfer.Yen is >= 1 and <= MostYen
            ? Digits(transfer.Yen)
            : throw new ArgumentException($"{transfer.Yen} yen cannot be paid.", nameof(transfer)),
        ["customer1"] = transfer.Customer,
        ["customer2"] = Digits(transfer.Attempt),
    };

    private static Transfer TransferOf(IReadOnlyDictionary<string, string> data) => new(
        BranchOf(data), (AccountKind)Number(data["accountKind"]), data["account"], data["holder"], Number(data["yen"]),
        data["customer1"], (int)Number(data["customer2"]));

    private static BankBranch BranchOf(IReadOnlyDictionary<string, string> fields) =>
        new(fields["bank"], fields["bankName"], fields["branch"], fields["branchName"]);

    private static void Append(MemoryStream file, TransferRecord record, Dictionary<string, string> values, bool lineEnds)
    {
        foreach (var field in record.Fields)
            file.Write(Filled(field, field.Fixed ?? values[field.Name]));
        if (lineEnds)
            file.Write("\r\n"u8);
    }

    private static byte[] Filled(TransferField field, string value)
    {
        if (value.Length > field.Length)
            throw new ArgumentException($"{field.Name} has {value.Length} bytes, more than {field.Length}.");
        if (field.Kind == TransferFieldKind.Text)
            return BankKana.Bytes(value.PadRight(field.Length, ' '));
        return value.All(char.IsAsciiDigit)
            ? Encoding.ASCII.GetBytes(value.PadLeft(field.Length, '0'))
            : throw new ArgumentException($"{field.Name} is no number.");
    }

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
