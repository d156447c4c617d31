namespace Tedori.Programme.Payments;

/// <summary>
/// The records of a 総合振込 file, field by field: widths and codes stand here and nowhere else. Header and data up to the name of
/// who is paid are from a bank's published specification; the fields behind are widely known, and the paying bank's own paper
/// decides.
/// </summary>
public static class TransferLayout
{
    /// <summary>Bytes of a record, without what a bank may want behind each.</summary>
    public const int RecordLength = 120;

    /// <summary>The first record.</summary>
    public static readonly TransferRecord Header = new('1',
    [
        new("dataKind", 1, TransferFieldKind.Number, "1"),
        new("kind", 2, TransferFieldKind.Number, "21"),
        new("coding", 1, TransferFieldKind.Number, "0"),
        new("client", 10, TransferFieldKind.Number),
        new("clientName", 40, TransferFieldKind.Text),
        new("date", 4, TransferFieldKind.Number),
        new("bank", 4, TransferFieldKind.Number),
        new("bankName", 15, TransferFieldKind.Text),
        new("branch", 3, TransferFieldKind.Number),
        new("branchName", 15, TransferFieldKind.Text),
        new("accountKind", 1, TransferFieldKind.Number),
        new("account", 7, TransferFieldKind.Number),
        new("dummy", 17, TransferFieldKind.Text, ""),
    ]);

    /// <summary>A payment.</summary>
    public static readonly TransferRecord Data = new('2',
    [
        new("dataKind", 1, TransferFieldKind.Number, "2"),
        new("bank", 4, TransferFieldKind.Number),
        new("bankName", 15, TransferFieldKind.Text),
        new("branch", 3, TransferFieldKind.Number),
        new("branchName", 15, TransferFieldKind.Text),
        new("clearingHouse", 4, TransferFieldKind.Number, "0000"),
        new("accountKind", 1, TransferFieldKind.Number),
        new("account", 7, TransferFieldKind.Number),
        new("holder", 30, TransferFieldKind.Text),
        new("yen", 10, TransferFieldKind.Number),
        new("newCode", 1, TransferFieldKind.Number, "0"),
        new("customer1", 10, TransferFieldKind.Number),
        new("customer2", 10, TransferFieldKind.Number),
        new("way", 1, TransferFieldKind.Number, "7"),
        new("mark", 1, TransferFieldKind.Text, ""),
        new("dummy", 7, TransferFieldKind.Text, ""),
    ]);

    /// <summary>How many payments there are, and their sum.</summary>
    public static readonly TransferRecord Trailer = new('8',
    [
        new("dataKind", 1, TransferFieldKind.Number, "8"),
        new("count", 6, TransferFieldKind.Number),
        new("sum", 12, TransferFieldKind.Number),
        new("dummy", 101, TransferFieldKind.Text, ""),
    ]);

    /// <summary>The last record.</summary>
    public static readonly TransferRecord End = new('9',
    [
        new("dataKind", 1, TransferFieldKind.Number, "9"),
        new("dummy", 119, TransferFieldKind.Text, ""),
    ]);
}

/// <summary>A kind of record.</summary>
/// <param name="First">Its first byte, which tells it from the others.</param>
/// <param name="Fields">Its fields in order; together <see cref="TransferLayout.RecordLength"/> bytes.</param>
public sealed record TransferRecord(char First, IReadOnlyList<TransferField> Fields);

/// <summary>A field of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Kind">How it is filled.</param>
/// <param name="Fixed">What always stands in it, or null where the payment decides.</param>
public sealed record TransferField(string Name, int Length, TransferFieldKind Kind, string? Fixed = null);

/// <summary>How a field is filled.</summary>
public enum TransferFieldKind
{
    /// <summary>Digits, to the right, filled with zeros.</summary>
    Number,

    /// <summary>Text, to the left, filled with blanks.</summary>
    Text,
}
