using System.Globalization;
using System.Text;

namespace Tedori.Programme.Payments;

/// <summary>A file of the banks cut into its records and fields, each checked against the layout.</summary>
internal static class TransferRecords
{
    private static readonly TransferRecord[] Kinds =
        [TransferLayout.Header, TransferLayout.Data, TransferLayout.Trailer, TransferLayout.End];

    /// <summary>
    /// The records in order, a header first, then at least one payment, the trailer and the end; or what is wrong with which.
    /// </summary>
    public static (IReadOnlyList<Record> Records, Refusal? Refusal) Of(ReadOnlySpan<byte> content)
    {
        var step = content.Length > TransferLayout.RecordLength && content[TransferLayout.RecordLength] == '\r'
            ? TransferLayout.RecordLength + 2
            : TransferLayout.RecordLength;
        if (content.Length == 0 || content.Length % step != 0)
            return Wrong("transferLength", "ファイルの長さが、1レコード120バイトの整数倍ではありません。銀行から受け取ったままのファイルを選んでください。");
        var records = new List<Record>(content.Length / step);
        for (var at = 0; at < content.Length; at += step)
        {
            if (step > TransferLayout.RecordLength && !content.Slice(at + TransferLayout.RecordLength, 2).SequenceEqual("\r\n"u8))
                return Wrong("transferLength", Text($"{records.Count + 1}件目のレコードの終わりに改行がありません。"));
            var (record, fault) = Read(content.Slice(at, TransferLayout.RecordLength));
            if (record is null)
                return Wrong("transferRecord", Text($"{records.Count + 1}件目のレコードの{fault}"));
            records.Add(record);
        }

        var order = string.Concat(records.Select(r => r.Kind.First));
        return order.Length >= 4 && order[0] == '1' && order[^2..] == "89" && order[1..^2].All(c => c == '2')
            ? (records, null)
            : Wrong("transferOrder", "レコードの順序が、ヘッダ、明細、トレーラ、エンドになっていません。");
    }

    private static (Record? Record, string Fault) Read(ReadOnlySpan<byte> bytes)
    {
        var first = (char)bytes[0];
        if (Array.Find(Kinds, k => k.First == first) is not { } kind)
            return (null, "データ区分が正しくありません。");
        var (fields, at) = (new Dictionary<string, string>(), 0);
        foreach (var field in kind.Fields)
        {
            if (TextOf(field, bytes.Slice(at, field.Length)) is not { } text)
                return (null, $"項目「{field.Name}」を読めません。");
            fields[field.Name] = text;
            at += field.Length;
        }

        return (new(kind, fields), "");
    }

    private static string? TextOf(TransferField field, ReadOnlySpan<byte> bytes)
    {
        if (field.Kind == TransferFieldKind.Text)
            return BankKana.Text(bytes)?.TrimEnd(' ');
        var digits = Encoding.ASCII.GetString(bytes);
        return digits.All(char.IsAsciiDigit) ? digits : null;
    }

    private static (IReadOnlyList<Record>, Refusal?) Wrong(string code, string text) => ([], new(code, text));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A record.</summary>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Fields">Its fields by name, text without blanks behind it.</param>
    internal sealed record Record(TransferRecord Kind, IReadOnlyDictionary<string, string> Fields);
}
