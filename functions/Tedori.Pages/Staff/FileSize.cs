using System.Globalization;

namespace Tedori.Pages.Staff;

/// <summary>Sizes as staff read them.</summary>
public static class FileSize
{
    /// <summary>The size in bytes, kilobytes or megabytes.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes}バイト"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#}KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.#}MB"),
    };
}
