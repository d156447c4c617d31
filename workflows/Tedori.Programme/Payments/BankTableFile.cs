using Tedori.Programme.Text;

namespace Tedori.Programme.Payments;

/// <summary>Reads the table of banks from a CSV file, with everything that is wrong in it.</summary>
internal static class BankTableFile
{
    /// <summary>The first line of the file.</summary>
    public const string Header = $"{Bank},{BankName},{BankKanaName},{Branch},{BranchName},{BranchKanaName}";

    private const string Bank = "金融機関コード";
    private const string BankName = "金融機関名";
    private const string BankKanaName = "金融機関名カナ";
    private const string Branch = "店番";
    private const string BranchName = "店名";
    private const string BranchKanaName = "店名カナ";
    private const int MostBytes = 16_000_000;
    private const int MostLetters = 60;
    private const int MostKana = 60;

    private static readonly string[][] Columns =
    [
        [Bank, "銀行コード", "銀行番号", "金融機関番号"],
        [BankName, "銀行名", "金融機関名称", "金融機関名漢字", "銀行名漢字"],
        [BankKanaName, "銀行名カナ", "金融機関カナ", "銀行カナ", "金融機関名称カナ", "金融機関名フリガナ"],
        [Branch, "支店コード", "店舗コード", "支店番号", "店舗番号", "店コード"],
        [BranchName, "支店名", "店舗名", "支店名漢字", "店名漢字", "店舗名漢字"],
        [BranchKanaName, "支店名カナ", "店舗名カナ", "支店カナ", "店カナ", "店名フリガナ"],
    ];

    /// <summary>Reads.</summary>
    public static BankTableReading Read(ReadOnlySpan<byte> content)
    {
        var (rows, fault) = CsvRows.Read(content, MostBytes, BankTable.MostBranches + 1);
        if (fault is not null)
            return new(null, FileFaults.Of([fault]));
        var columns = new CsvColumns(rows[0], Columns, [.. Columns.Select(c => c[0])]);
        if (columns.Faults.Count > 0)
            return new(null, FileFaults.Of(columns.Faults));
        if (rows.Count == 1)
            return new(null, FileFaults.One(null, "fileEmpty", "店舗が1件もありません。"));
        var faults = new List<FileFault>();
        var offices = new List<(int Line, BankOffice Office)>(rows.Count);
        foreach (var row in rows.Skip(1))
        {
            if (Office(columns, row, faults) is { } office)
                offices.Add((row.Line, office));
        }

        faults.AddRange(Doubled(offices));
        faults.AddRange(Renamed(offices));
        return faults.Count > 0 ? new(null, FileFaults.Of(faults)) : new(new(offices.Select(o => o.Office)), FileFaults.None);
    }

    private static BankOffice? Office(CsvColumns columns, CsvRow row, List<FileFault> faults)
    {
        var office = new BankOffice(
            Code(Bank, 4), Name(BankName), Kana(BankKanaName), Code(Branch, 3), Name(BranchName), Kana(BranchKanaName));
        return office is { Bank: "" } or { BankName: "" } or { BankKana: "" } or { Branch: "" } or { BranchName: "" } or { BranchKana: "" }
            ? null
            : office;

        // Tables lose the zeros in front.
        string Code(string column, int length)
        {
            var digits = TypedText.Narrow(columns.Cell(row, column));
            if (digits.Length is > 0 && digits.Length <= length && digits.All(char.IsAsciiDigit))
                return digits.PadLeft(length, '0');
            return Wrong("bankCode", $"「{column}」が{length}桁の数字ではありません。");
        }

        string Name(string column)
        {
            var name = PlainText.Clean(columns.Cell(row, column));
            if (name.Length is > 0 and <= MostLetters && PlainText.Fault(name) is null)
                return name;
            return Wrong("bankName", $"「{column}」を{MostLetters}文字以内の1行で入れてください。");
        }

        string Kana(string column)
        {
            var read = BankKana.Read(columns.Cell(row, column), MostKana);
            return read.IsRead ? read.Value : Wrong("bankKana", $"「{column}」が、銀行の使うカナ、英字、数字で{MostKana}文字以内になっていません。");
        }

        string Wrong(string code, string text)
        {
            faults.Add(new(row.Line, code, text));
            return "";
        }
    }

    private static IEnumerable<FileFault> Doubled(IEnumerable<(int Line, BankOffice Office)> offices) => offices
        .GroupBy(o => (o.Office.Bank, o.Office.Branch)).Where(g => g.Skip(1).Any())
        .SelectMany(g => g.Skip(1).Select(o => new FileFault(
            o.Line, "branchDoubled", $"金融機関コード{o.Office.Bank}の店番{o.Office.Branch}が{g.First().Line}行目にもあります。")));

    private static IEnumerable<FileFault> Renamed(IEnumerable<(int Line, BankOffice Office)> offices) => offices
        .GroupBy(o => o.Office.Bank)
        .SelectMany(g => g
            .Where(o => (o.Office.BankName, o.Office.BankKana) != (g.First().Office.BankName, g.First().Office.BankKana))
            .Select(o => new FileFault(
                o.Line, "bankRenamed", $"金融機関コード{o.Office.Bank}の名前が{g.First().Line}行目と違います。")));
}
