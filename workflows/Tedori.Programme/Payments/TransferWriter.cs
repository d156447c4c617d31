using System.Globalization;

namespace Tedori.Programme.Payments;

/// <summary>Writes records of the banks' files by their layout.</summary>
/// <param name="records">How many there will be.</param>
/// <param name="lineEnds">Whether CR LF stands behind each.</param>
internal sealed class TransferWriter(int records, bool lineEnds)
{
    private readonly MemoryStream file = new(records * (TransferLayout.RecordLength + 2));

    /// <summary>Everything that was written.</summary>
    public byte[] ToArray() => file.ToArray();

    /// <summary>Appends a record.</summary>
    /// <exception cref="ArgumentException">A value does not fit into its field.</exception>
    public void Append(TransferRecord record, Dictionary<string, string> values)
    {
        foreach (var field in record.Fields)
            Fill(field, field.Fixed ?? values[field.Name]);
        if (lineEnds)
            file.Write("\r\n"u8);
    }

    /// <summary>The digits of a number.</summary>
    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Fill(TransferField field, string value)
    {
        if (value.Length > field.Length)
            throw new ArgumentException($"{field.Name} has {value.Length} bytes, more than {field.Length}.", nameof(value));
        file.Write(BankKana.Bytes(field.Kind == TransferFieldKind.Number
            ? Checked(field, value).PadLeft(field.Length, '0')
            : value.PadRight(field.Length, ' ')));
    }

    private static string Checked(TransferField field, string value) =>
        value.All(char.IsAsciiDigit) ? value : throw new ArgumentException($"{field.Name} is no number.", nameof(value));
}
