namespace Tedori.Programme.Payments;

/// <summary>Reads a result in the records of the banks.</summary>
internal static class TransferResultRecords
{
    /// <summary>Reads.</summary>
    public static TransferResultReading Read(ReadOnlySpan<byte> content)
    {
        var (records, fault) = TransferRecords.Of(content, TransferLayout.ResultData);
        if (fault is not null)
            return new(null, FileFaults.Of([fault]));
        var faults = new List<FileFault>();
        if (TransferRecords.Sums(records) is { } sums)
            faults.Add(sums);
        var items = new List<TransferResultItem>(records.Count);
        foreach (var record in records.Where(r => r.Kind == TransferLayout.ResultData))
        {
            if (CodeOf(record["result"]) is { } code)
                items.Add(ItemOf(record, code));
            else
                faults.Add(Unknown(record));
        }

        var header = records[0];
        var head = new TransferResultHead(header["client"], header["date"], header["bank"], header["branch"], header["account"]);
        return faults.Count > 0 ? new(null, FileFaults.Of(faults)) : new(new(head, items), FileFaults.None);
    }

    /// <summary>What a code of the table means, or null where it is none.</summary>
    public static TransferResultCode? CodeOf(string text) =>
        text.Length == 1 ? TransferLayout.ResultCodes.FirstOrDefault(c => c.Code == text[0]) : null;

    private static TransferResultItem ItemOf(TransferRecords.Record record, TransferResultCode code) =>
        new(record.Line, record["customer1"], code.End, code.Reason)
        {
            Attempt = record.Number("customer2"),
            Yen = record.Number("yen"),
            Bank = record["bank"],
            Branch = record["branch"],
            Kind = record.Number("accountKind"),
            Account = record["account"],
        };

    private static FileFault Unknown(TransferRecords.Record record) => new(
        record.Line, "resultCode", record["result"].Length == 0
            ? $"顧客コード{record["customer1"]}の処理結果が空です。"
            : $"顧客コード{record["customer1"]}の処理結果「{record["result"]}」は、登録された結果コードにありません。");
}
