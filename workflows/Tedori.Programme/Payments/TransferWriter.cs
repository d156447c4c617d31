using System.Globalization;

namespace Tedori.Programme.Payments;

/// <summary>Writes records of the banks' files by their layout.</summary>
/// <param name="records">How many there will be.</param>
/// <param name="lineEnds">Whether CR LF stands behind each.</param>
internal sealed class TransferWriter(int records, bool lineEnds)
{
    private readonly byte[] file = new byte[records * (TransferLayout.RecordLength + (lineEnds ? 2 : 0))];
    private int at;

    /// <summary>The file, after all its records were appended.</summary>
    /// <exception cref="InvalidOperationException">Some were not.</exception>
    public byte[] File() => at == file.Length ? file : throw new InvalidOperationException("Records are missing.");

    /// <summary>Appends a record.</summary>
    /// <exception cref="ArgumentException">A value does not fit into its field.</exception>
    public void Append(TransferRecord record, Dictionary<string, string> values)
    {
        foreach (var field in record.Fields)
        {
            Fill(field, field.Fixed ?? values[field.Name], file.AsSpan(at, field.Length));
            at += field.Length;
        }

        if (!lineEnds)
            return;
        "\r\n"u8.CopyTo(file.AsSpan(at));
        at += 2;
    }

    /// <summary>The digits of a number.</summary>
    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Fill(TransferField field, string value, Span<byte> bytes)
    {
        if (value.Length > field.Length)
            throw new ArgumentException($"{field.Name} has {value.Length} bytes, more than {field.Length}.", nameof(value));
        var number = field.Kind == TransferFieldKind.Number;
        if (number && !value.All(char.IsAsciiDigit))
            throw new ArgumentException($"{field.Name} is no number.", nameof(value));
        bytes.Fill(number ? (byte)'0' : (byte)' ');
        BankKana.Write(value, number ? bytes[^value.Length..] : bytes);
    }
}
