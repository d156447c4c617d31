using System.Globalization;
using System.Text;

namespace Tedori.Programme.Payments;

/// <summary>A file of the banks cut into its records and fields, each checked against the layout. Never throws.</summary>
internal static class TransferRecords
{
    /// <summary>Most records: those of the longest file.</summary>
    private const int MostRecords = TransferFile.MostTransfers + 3;

    /// <summary>
    /// The records in order: a header first, then at least one payment, the trailer and the end; or what is wrong with which.
    /// </summary>
    /// <param name="content">The file, with CR LF, LF or nothing behind each record.</param>
    /// <param name="data">The layout of a payment.</param>
    public static (IReadOnlyList<Record> Records, FileFault? Fault) Of(ReadOnlySpan<byte> content, TransferRecord data)
    {
        content = WithoutEnd(content);
        var lineEnd = LineEndOf(content);
        var step = TransferLayout.RecordLength + lineEnd.Length;
        // Behind the last record nothing need stand.
        if (lineEnd.Length > 0 && content.Length % step == TransferLayout.RecordLength)
            content = (byte[])[.. content, .. lineEnd];
        if (content.Length == 0 || content.Length % step != 0 || content.Length / step > MostRecords)
            return Wrong(null, "transferLength", "ファイルの長さが、1レコード120バイトの整数倍ではありません。銀行から受け取ったままのファイルを選んでください。");
        TransferRecord[] kinds = [TransferLayout.Header, data, TransferLayout.Trailer, TransferLayout.End];
        var records = new List<Record>(content.Length / step);
        for (var at = 0; at < content.Length; at += step)
        {
            var line = records.Count + 1;
            if (!content.Slice(at + TransferLayout.RecordLength, lineEnd.Length).SequenceEqual(lineEnd))
                return Wrong(line, "transferLength", "レコードが120バイトで終わっていません。");
            var (record, fault) = Read(content.Slice(at, TransferLayout.RecordLength), line, kinds);
            if (record is null)
                return Wrong(line, "transferRecord", fault);
            records.Add(record);
        }

        var order = records.Select(r => r.Kind.First).ToArray();
        return order is ['1', '2', .., '8', '9'] && !order.AsSpan(1, order.Length - 3).ContainsAnyExcept('2')
            ? (records, null)
            : Wrong(null, "transferOrder", "レコードの順序が、ヘッダ、明細、トレーラ、エンドになっていません。");
    }

    /// <summary>What does not add up between the payments and the trailer, or null.</summary>
    public static FileFault? Sums(IReadOnlyList<Record> records)
    {
        var data = records.Where(r => r.Kind.First == TransferLayout.Data.First).ToList();
        var (said, saidSum) = (records[^2].Number("count"), records[^2].Number("sum"));
        var (count, sum) = (data.Count, data.Sum(r => r.Number("yen")));
        return said == count && saidSum == sum
            ? null
            : new(records.Count - 1, "transferSum", string.Create(
                CultureInfo.InvariantCulture, $"トレーラの{said:N0}件、{saidSum:N0}円が、明細の{count:N0}件、{sum:N0}円と一致しません。"));
    }

    // What old systems put at the end of a file.
    private static ReadOnlySpan<byte> WithoutEnd(ReadOnlySpan<byte> content)
    {
        var bare = content.TrimEnd("\x1A\r\n"u8);
        return bare.Length > 0 && bare.Length < content.Length && content[bare.Length..].Contains((byte)0x1A) ? bare : content;
    }

    private static ReadOnlySpan<byte> LineEndOf(ReadOnlySpan<byte> content)
    {
        var behind = content.Length > TransferLayout.RecordLength ? content[TransferLayout.RecordLength..] : [];
        return behind.StartsWith("\r\n"u8) ? "\r\n"u8 : behind.StartsWith("\n"u8) ? "\n"u8 : [];
    }

    private static (Record? Record, string Fault) Read(ReadOnlySpan<byte> bytes, int line, TransferRecord[] kinds)
    {
        var first = (char)bytes[0];
        if (Array.Find(kinds, k => k.First == first) is not { } kind)
            return (null, "データ区分が、1、2、8、9のどれでもありません。");
        var (fields, at) = (new string[kind.Fields.Count], 0);
        for (var i = 0; i < fields.Length; i++)
        {
            var field = kind.Fields[i];
            var text = TextOf(field, bytes.Slice(at, field.Length));
            if (text is null || (field.Binds && text != field.Fixed))
                return (null, $"「{field.Label}」を読めません({at + 1}バイト目から{field.Length}バイト)。");
            fields[i] = text;
            at += field.Length;
        }

        return (new(kind, line, fields), "");
    }

    private static string? TextOf(TransferField field, ReadOnlySpan<byte> bytes)
    {
        if (field.Kind == TransferFieldKind.Unused)
            return "";
        if (field.Kind == TransferFieldKind.Text)
            return BankKana.AnyText(bytes)?.TrimEnd(' ');
        return bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? null : Encoding.ASCII.GetString(bytes);
    }

    private static (IReadOnlyList<Record>, FileFault?) Wrong(int? line, string code, string text) => ([], new(line, code, text));

    /// <summary>A record.</summary>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Line">Which record it is, from 1.</param>
    /// <param name="Fields">Its fields in the order of the layout, text without blanks behind it.</param>
    internal sealed record Record(TransferRecord Kind, int Line, IReadOnlyList<string> Fields)
    {
        /// <summary>The text of a field.</summary>
        public string this[string name] => Fields[Kind.Place(name)];

        /// <summary>The number of a field.</summary>
        public long Number(string name) => long.Parse(this[name], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
