using NodaTime;

namespace Tedori.Programme.Payments;

/// <summary>
/// Writes and reads the file by which a bank is told to transfer (総合振込, 全銀): the same batch is the same bytes. Pure.
/// </summary>
public static class TransferFile
{
    /// <summary>Most yen of a payment.</summary>
    public const long MostYen = 9_999_999_999;

    /// <summary>Most yen of a file.</summary>
    public const long MostSum = 999_999_999_999;

    /// <summary>Most payments of a file.</summary>
    public const int MostTransfers = 999_999;

    /// <summary>The file.</summary>
    /// <param name="batch">What is transferred; at least one payment.</param>
    /// <param name="lineEnds">Whether CR and LF stand behind each record, as some banks want it.</param>
    /// <exception cref="ArgumentException">
    /// A value does not fit: whoever made the batch has asked <see cref="TransferBatch.Faults"/>.
    /// </exception>
    public static byte[] Write(TransferBatch batch, bool lineEnds)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (TransferCheck.Of(batch) is [var fault, ..])
            throw new ArgumentException($"No file can be made of the batch: {fault.Code} ({fault.Line}).", nameof(batch));
        var writer = new TransferWriter(batch.Transfers.Count + 3, lineEnds);
        writer.Append(TransferLayout.Header, HeaderOf(batch));
        foreach (var transfer in batch.Transfers)
            writer.Append(TransferLayout.Data, DataOf(transfer));
        writer.Append(TransferLayout.Trailer, TrailerOf(batch.Transfers.Count, batch.Yen));
        writer.Append(TransferLayout.End, []);
        return writer.File();
    }

    /// <summary>What a file holds, or what is wrong with it. Never throws, whatever the bytes.</summary>
    /// <param name="content">The file, with CR LF or LF behind each record or without.</param>
    /// <param name="year">The year of its day, which the file does not say.</param>
    public static TransferReading Read(ReadOnlySpan<byte> content, int year)
    {
        var (records, fault) = TransferRecords.Of(content, TransferLayout.Data);
        if (fault is not null)
            return new(null, FileFaults.Of([fault]));
        if (TransferRecords.Sums(records) is { } sums)
            return new(null, FileFaults.Of([sums]));
        var header = records[0];
        if (DayOf(header["date"], year) is not { } date)
            return new(null, FileFaults.One(1, "transferDate", "振込指定日が日付ではありません。"));
        var payments = records.Where(r => r.Kind == TransferLayout.Data).ToList();
        // No attempt has so many digits.
        if (payments.Find(r => r.Number("customer2") > int.MaxValue) is { } strange)
            return new(null, FileFaults.One(strange.Line, "customerAttempt", "支払の回数が大きすぎます。"));
        var client = new TransferClient(header["client"], header["clientName"], BranchOf(header), KindOf(header), header["account"]);
        var batch = new TransferBatch(client, date, [.. payments.Select(TransferOf)]);
        var faults = TransferCheck.Of(batch);
        // The header is the first record.
        return faults.Count > 0
            ? new(null, FileFaults.Of([.. faults.Select(f => f with { Line = f.Line + 1 ?? 1 })]))
            : new(batch, FileFaults.None);
    }

    internal static Dictionary<string, string> HeaderOf(TransferBatch batch) => new()
    {
        ["client"] = batch.Client.Code,
        ["clientName"] = batch.Client.Name,
        ["date"] = $"{batch.Date.Month:00}{batch.Date.Day:00}",
        ["bank"] = batch.Client.Branch.Bank,
        ["bankName"] = batch.Client.Branch.BankName,
        ["branch"] = batch.Client.Branch.Number,
        ["branchName"] = batch.Client.Branch.BranchName,
        ["accountKind"] = $"{(int)batch.Client.Kind}",
        ["account"] = batch.Client.Account,
    };

    internal static Dictionary<string, string> DataOf(Transfer transfer) => new()
    {
        ["bank"] = transfer.Branch.Bank,
        ["bankName"] = transfer.Branch.BankName,
        ["branch"] = transfer.Branch.Number,
        ["branchName"] = transfer.Branch.BranchName,
        ["accountKind"] = $"{(int)transfer.Kind}",
        ["account"] = transfer.Account,
        ["holder"] = transfer.Holder,
        ["yen"] = TransferWriter.Digits(transfer.Yen),
        ["customer1"] = transfer.Customer,
        ["customer2"] = TransferWriter.Digits(transfer.Attempt),
    };

    internal static Dictionary<string, string> TrailerOf(int count, long sum) =>
        new() { ["count"] = TransferWriter.Digits(count), ["sum"] = TransferWriter.Digits(sum) };

    private static Transfer TransferOf(TransferRecords.Record data) => new(
        BranchOf(data), KindOf(data), data["account"], data["holder"], data.Number("yen"), data["customer1"],
        (int)data.Number("customer2"));

    private static BankBranch BranchOf(TransferRecords.Record record) =>
        new(record["bank"], record["bankName"], record["branch"], record["branchName"]);

    private static AccountKind KindOf(TransferRecords.Record record) => (AccountKind)record.Number("accountKind");

    private static LocalDate? DayOf(string digits, int year)
    {
        var (month, day) = (int.Parse(digits[..2], null), int.Parse(digits[2..], null));
        return month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new(year, month, day)
            : null;
    }
}

/// <summary>What a file of transfers holds.</summary>
/// <param name="Batch">What is transferred, or null where anything is wrong.</param>
/// <param name="Faults">What is wrong; lines are records, the header is the first.</param>
public sealed record TransferReading(TransferBatch? Batch, FileFaults Faults);
