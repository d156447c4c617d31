using System.Globalization;

namespace Tedori.Workflows.Evidence;

/// <summary>
/// Names one part of an upload in quarantine, for example <c>2025-06-10/r7-01-00001/0007/0002</c>. Storage format.
/// </summary>
/// <param name="Upload">The upload.</param>
/// <param name="Number">The place of the part in it, from 1.</param>
public sealed record PartKey(UploadKey Upload, int Number)
{
    /// <summary>Parses the form <c>2025-06-10/r7-01-00001/0007/0002</c>.</summary>
    public static bool TryParse(string? text, out PartKey? key)
    {
        key = null;
        var at = text?.LastIndexOf('/') ?? -1;
        if (at < 0 || !UploadKey.TryParse(text![..at], out var upload) || !TryParseName(text[(at + 1)..], out var number))
            return false;
        key = new PartKey(upload!, number);
        return true;
    }

    /// <summary>Parses the last segment alone: four digits, from 0001.</summary>
    public static bool TryParseName(string name, out int number)
    {
        ArgumentNullException.ThrowIfNull(name);
        number = 0;
        return name.Length == 4 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Upload}/{Number:0000}");
}
