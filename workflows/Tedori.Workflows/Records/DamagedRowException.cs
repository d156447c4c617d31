using System.Globalization;
using System.Text.Json;

namespace Tedori.Workflows.Records;

/// <summary>
/// A row of the record does not hold what it should. Names the row and the place in it and nothing that stands there:
/// it goes to logs.
/// </summary>
public sealed class DamagedRowException : Exception
{
    /// <summary>Names the row and what is wrong with it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cause">What reading it met. It is not kept, because it may quote the row.</param>
    public DamagedRowException(Row row, Exception cause)
        : base($"{Find(row, cause)}: restore the record from a backup.") => Finding = Find(row, cause);

    /// <summary>Which row cannot be read, and where it breaks, as a clause.</summary>
    public string Finding { get; }

    private static string Find(Row row, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(row);
        // Not the path: it is made of names as they stand in the row.
        var where = cause is JsonException { BytePositionInLine: { } at }
            ? string.Create(CultureInfo.InvariantCulture, $"from byte {at}")
            : "as what it should hold";
        return $"the row '{row.Key}' of '{row.Partition}' cannot be read {where}";
    }
}
