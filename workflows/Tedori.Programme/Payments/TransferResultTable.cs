using NodaTime;
using Tedori.Programme.Text;

namespace Tedori.Programme.Payments;

/// <summary>Reads a result in a CSV file.</summary>
internal static class TransferResultTable
{
    internal const string Customer = "顧客コード";
    internal const string Attempt = "顧客コード2";
    internal const string Result = "結果";
    internal const string Reason = "理由";
    internal const string Date = "日付";
    internal const string Yen = "金額";
    private const string Bank = "金融機関コード";
    private const string Branch = "店番";
    private const string Account = "口座番号";
    private const int MostBytes = 32_000_000;
    private const int MostReason = 100;

    private static readonly LocalDate Earliest = new(2000, 1, 1);
    private static readonly LocalDate Latest = new(2099, 12, 31);

    private static readonly string[][] Columns =
    [
        [Customer, "顧客コード1", "顧客番号", "顧客番号1"],
        [Attempt, "顧客番号2", "回数", "支払回数"],
        [Result, "処理結果", "振込結果", "結果コード", "結果区分", "処理状況"],
        [Reason, "不能理由", "事由", "理由内容", "不能事由", "エラー内容"],
        [Date, "処理日", "振込日", "結果日", "振込指定日", "入金日", "処理日付"],
        [Yen, "振込金額", "支払金額"],
        [Bank, "銀行コード", "銀行番号", "被仕向銀行番号", "振込先銀行コード"],
        [Branch, "支店コード", "支店番号", "被仕向支店番号", "振込先支店コード"],
        [Account, "振込先口座番号"],
    ];

    private static readonly Dictionary<TransferEnd, string[]> Words = new()
    {
        [TransferEnd.Paid] = ["振込済", "振込済み", "支払済", "支払済み", "入金済", "入金済み", "済", "済み", "完了", "成功", "正常", "OK"],
        [TransferEnd.Failed] = ["不能", "振込不能", "入金不能", "支払不能", "失敗", "エラー", "NG"],
        [TransferEnd.Returned] = ["組戻し", "組戻", "組み戻し", "組戻済", "組戻し済み", "資金返却"],
    };

    private static readonly Dictionary<string, TransferEnd> Ends =
        Words.SelectMany(w => w.Value.Select(v => (Word: Folded(v), w.Key))).ToDictionary(w => w.Word, w => w.Key);

    /// <summary>Reads.</summary>
    public static TransferResultReading Read(ReadOnlySpan<byte> content)
    {
        var (rows, fault) = CsvRows.Read(content, MostBytes, TransferFile.MostTransfers + 1);
        if (fault is not null)
            return new(null, FileFaults.Of([fault]));
        var columns = new CsvColumns(rows[0], Columns, [Customer, Result, Reason, Date]);
        if (columns.Faults.Count > 0)
            return new(null, FileFaults.Of(columns.Faults));
        if (rows.Count == 1)
            return new(null, FileFaults.One(null, "fileEmpty", "結果が1件もありません。"));
        var faults = new List<FileFault>();
        var items = rows.Skip(1).Select(r => new Row(columns, r, faults).Item()).OfType<TransferResultItem>().ToList();
        return faults.Count > 0 ? new(null, FileFaults.Of(faults)) : new(new(null, items), FileFaults.None);
    }

    /// <summary>A row that notes what is wrong with it.</summary>
    private sealed class Row(CsvColumns columns, CsvRow row, List<FileFault> faults)
    {
        public TransferResultItem? Item()
        {
            var before = faults.Count;
            var (customer, attempt) = Codes();
            var (end, reason) = Ended();
            var item = new TransferResultItem(row.Line, customer, end, reason)
            {
                Attempt = attempt,
                Date = Day(),
                Yen = Number(),
                Bank = Digits(Bank, 4),
                Branch = Digits(Branch, 3),
                Account = Digits(Account, 7),
            };
            return faults.Count == before ? item : null;
        }

        // Tables lose the zeros in front; some banks write both codes in one.
        private (string Customer, long? Attempt) Codes()
        {
            var digits = TypedText.Narrow(columns.Cell(row, Customer));
            var attempt = Digits(Attempt, CustomerCode.Length);
            if (digits.Length == 2 * CustomerCode.Length && digits.All(char.IsAsciiDigit) && attempt is null)
                (digits, attempt) = (digits[..CustomerCode.Length], digits[CustomerCode.Length..]);
            if (digits.Length is > 0 and <= CustomerCode.Length && digits.All(char.IsAsciiDigit))
                return (digits.PadLeft(CustomerCode.Length, '0'), attempt is null ? null : long.Parse(attempt, null));
            Wrong("resultCustomer", $"「{Customer}」が10桁の数字ではありません。表計算ソフトで開いた場合は、文字列として保存してください。");
            return ("", null);
        }

        private (TransferEnd End, string? Reason) Ended()
        {
            var said = Folded(columns.Cell(row, Result));
            var code = TransferResultRecords.CodeOf(said);
            if ((code?.End ?? (Ends.TryGetValue(said, out var known) ? known : null)) is not { } end)
            {
                Wrong("resultWord", "「結果」が、振込済、不能、組戻しのどれでもありません。");
                return (TransferEnd.Failed, null);
            }

            return (end, end == TransferEnd.Paid ? null : Why() ?? code?.Reason ?? Wrong("resultReason", "不能か組戻しの理由がありません。"));
        }

        private string? Why()
        {
            var reason = PlainText.Clean(columns.Cell(row, Reason));
            if (reason.Length > MostReason || PlainText.Fault(reason) is not null)
                Wrong("resultReason", $"「{Reason}」を{MostReason}文字以内の1行で入れてください。");
            return reason.Length > 0 ? reason : null;
        }

        private LocalDate? Day()
        {
            var text = columns.Cell(row, Date);
            if (text.Length == 0)
                return null;
            var read = Dates.Read(text, Earliest, Latest);
            if (read.IsRead)
                return read.Value;
            Wrong("resultDate", $"「{Date}」が日付ではありません。");
            return null;
        }

        private long? Number()
        {
            var text = columns.Cell(row, Yen);
            if (text.Length == 0)
                return null;
            var read = Numbers.Read(text, 0, TransferFile.MostSum, Numbers.Yen);
            if (read.IsRead)
                return read.Value;
            Wrong("resultYen", $"「{Yen}」が金額ではありません。");
            return null;
        }

        private string? Digits(string column, int length)
        {
            var text = TypedText.Narrow(columns.Cell(row, column));
            if (text.Length == 0)
                return null;
            return text.Length <= length && text.All(char.IsAsciiDigit)
                ? text.PadLeft(length, '0')
                : Wrong("resultDigits", $"「{column}」が{length}桁以内の数字ではありません。");
        }

        private string? Wrong(string code, string text)
        {
            faults.Add(new(row.Line, code, text));
            return null;
        }
    }

    private static string Folded(string word) => Folding.Fold(word).Replace(" ", "", StringComparison.Ordinal);
}
