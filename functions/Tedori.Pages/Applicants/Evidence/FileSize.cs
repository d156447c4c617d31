using System.Globalization;

namespace Tedori.Pages.Applicants.Evidence;

/// <summary>Lengths of files for people to read.</summary>
public static class FileSize
{
    /// <summary>Whole kilobytes (of 1,024 bytes), rounded up.</summary>
    public static string Words(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024:N0} KB");
}
