using System.Globalization;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Components;

/// <summary>Lengths of files for people to read.</summary>
public static class FileSize
{
    /// <summary>As staff read it: in bytes, kilobytes or megabytes.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1024 => Say("{0}バイト", bytes),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#}KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.#}MB"),
    };

    /// <summary>As companies read it: whole kilobytes (of 1,024 bytes), rounded up.</summary>
    public static string Kilobytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024:N0} KB");
}
