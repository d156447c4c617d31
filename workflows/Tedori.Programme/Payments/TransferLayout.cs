namespace Tedori.Programme.Payments;

/// <summary>
/// The records of a 総合振込 file and of the bank's result, field by field: widths and codes stand here and nowhere else.
/// Header and data up to the name of who is paid are from a bank's published specification; the fields behind are widely
/// known, and the paying bank's own paper decides.
/// </summary>
public static class TransferLayout
{
    /// <summary>Bytes of a record, without what a bank may want behind each.</summary>
    public const int RecordLength = 120;

    /// <summary>The first record.</summary>
    public static readonly TransferRecord Header = new('1',
    [
        new("dataKind", "データ区分", 1, TransferFieldKind.Number, "1"),
        new("kind", "種別コード", 2, TransferFieldKind.Number, "21") { Binds = true },
        new("coding", "コード区分", 1, TransferFieldKind.Number, "0") { Binds = true },
        new("client", "委託者コード", 10, TransferFieldKind.Number),
        new("clientName", "依頼人名", 40, TransferFieldKind.Text),
        new("date", "振込指定日", 4, TransferFieldKind.Number),
        new("bank", "仕向銀行番号", 4, TransferFieldKind.Number),
        new("bankName", "仕向銀行名", 15, TransferFieldKind.Text),
        new("branch", "仕向支店番号", 3, TransferFieldKind.Number),
        new("branchName", "仕向支店名", 15, TransferFieldKind.Text),
        new("accountKind", "預金種目", 1, TransferFieldKind.Number),
        new("account", "口座番号", 7, TransferFieldKind.Number),
        new("dummy", "ダミー", 17, TransferFieldKind.Unused, ""),
    ]);

    /// <summary>A payment.</summary>
    public static readonly TransferRecord Data = new('2',
    [
        .. Payment,
        new("dummy", "ダミー", 7, TransferFieldKind.Unused, ""),
    ]);

    /// <summary>
    /// A payment in the bank's result: the same record with one byte of <see cref="ResultCodes"/> where the payment has
    /// blanks. Where that byte stands is our assumption.
    /// </summary>
    public static readonly TransferRecord ResultData = new('2',
    [
        .. Payment,
        new("result", "処理結果", 1, TransferFieldKind.Text),
        new("dummy", "ダミー", 6, TransferFieldKind.Unused, ""),
    ]);

    /// <summary>How many payments there are, and their sum.</summary>
    public static readonly TransferRecord Trailer = new('8',
    [
        new("dataKind", "データ区分", 1, TransferFieldKind.Number, "8"),
        new("count", "合計件数", 6, TransferFieldKind.Number),
        new("sum", "合計金額", 12, TransferFieldKind.Number),
        new("dummy", "ダミー", 101, TransferFieldKind.Unused, ""),
    ]);

    /// <summary>The last record.</summary>
    public static readonly TransferRecord End = new('9',
    [
        new("dataKind", "データ区分", 1, TransferFieldKind.Number, "9"),
        new("dummy", "ダミー", 119, TransferFieldKind.Unused, ""),
    ]);

    /// <summary>
    /// What the byte of a result means. Our assumption: there is no code of all banks for it, and the paying bank's own
    /// paper decides.
    /// </summary>
    public static IReadOnlyList<TransferResultCode> ResultCodes { get; } =
    [
        new('0', TransferEnd.Paid, null),
        new('1', TransferEnd.Failed, "該当口座なし"),
        new('2', TransferEnd.Failed, "口座名義相違"),
        new('3', TransferEnd.Failed, "口座解約済み"),
        new('4', TransferEnd.Failed, "店舗なし"),
        new('5', TransferEnd.Failed, "取扱不能な口座"),
        new('7', TransferEnd.Returned, "受取人の都合による組戻し"),
        new('8', TransferEnd.Returned, "依頼人の都合による組戻し"),
        new('9', TransferEnd.Failed, "その他の理由"),
    ];

    private static TransferField[] Payment =>
    [
        new("dataKind", "データ区分", 1, TransferFieldKind.Number, "2"),
        new("bank", "被仕向銀行番号", 4, TransferFieldKind.Number),
        new("bankName", "被仕向銀行名", 15, TransferFieldKind.Text),
        new("branch", "被仕向支店番号", 3, TransferFieldKind.Number),
        new("branchName", "被仕向支店名", 15, TransferFieldKind.Text),
        new("clearingHouse", "手形交換所番号", 4, TransferFieldKind.Unused, "0000"),
        new("accountKind", "預金種目", 1, TransferFieldKind.Number),
        new("account", "口座番号", 7, TransferFieldKind.Number),
        new("holder", "受取人名", 30, TransferFieldKind.Text),
        new("yen", "振込金額", 10, TransferFieldKind.Number),
        new("newCode", "新規コード", 1, TransferFieldKind.Unused, "0"),
        new("customer1", "顧客コード1", 10, TransferFieldKind.Number),
        new("customer2", "顧客コード2", 10, TransferFieldKind.Number),
        new("way", "振込指定区分", 1, TransferFieldKind.Unused, "7"),
        new("mark", "識別表示", 1, TransferFieldKind.Unused, ""),
    ];
}

/// <summary>A kind of record.</summary>
/// <param name="First">Its first byte, which tells it from the others.</param>
/// <param name="Fields">Its fields in order; together <see cref="TransferLayout.RecordLength"/> bytes.</param>
public sealed record TransferRecord(char First, IReadOnlyList<TransferField> Fields)
{
    private readonly Dictionary<string, int> places = Fields.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i);

    internal int Place(string name) => places[name];
}

/// <summary>A field of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What staff call it.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Kind">How it is filled.</param>
/// <param name="Fixed">What always stands in it, or null where the payment decides.</param>
public sealed record TransferField(string Name, string Label, int Length, TransferFieldKind Kind, string? Fixed = null)
{
    /// <summary>Whether a file in which something else stands is another kind of file.</summary>
    public bool Binds { get; init; }
}

/// <summary>What a byte of a result means.</summary>
/// <param name="Code">The byte.</param>
/// <param name="End">How the payment ended.</param>
/// <param name="Reason">Why, in Japanese; null where it was paid.</param>
public sealed record TransferResultCode(char Code, TransferEnd End, string? Reason);

/// <summary>How a field is filled.</summary>
public enum TransferFieldKind
{
    /// <summary>Digits, to the right, filled with zeros.</summary>
    Number,

    /// <summary>Text, to the left, filled with blanks.</summary>
    Text,

    /// <summary>Always the same, to the left, filled with blanks; not read, because banks put their own there.</summary>
    Unused,
}
