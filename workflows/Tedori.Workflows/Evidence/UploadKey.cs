using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Tedori.Programme;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// Names one upload in quarantine, for example <c>2025-06-10/r7-01-00001/0007</c>. Storage format: days come first, so
/// that what was left behind is found without looking at every case.
/// </summary>
/// <param name="Day">The day (Asia/Tokyo) on which the upload was opened.</param>
/// <param name="Case">The case it belongs to.</param>
/// <param name="Number">Its number in the case, from 1.</param>
public sealed record UploadKey(LocalDate Day, CaseId Case, int Number)
{
    /// <summary>Parses the form <c>2025-06-10/r7-01-00001/0007</c>.</summary>
    public static bool TryParse(string? text, out UploadKey? key)
    {
        key = null;
        if (text?.Split('/') is not [var day, var caseId, { Length: 4 } digits])
            return false;
        if (!LocalDatePattern.Iso.Parse(day).TryGetValue(default, out var date)
            || !CaseId.TryParse(caseId, out var id) ||
            !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return false;
        key = new UploadKey(date, id, number);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(Day)}/{Case}/{Number:0000}");
}
