namespace Tedori.Programme.Evidence;

/// <summary>How much a company may hand in. Limits of the system, not of the guideline.</summary>
public static class EvidenceLimits
{
    /// <summary>Most bytes of one file: 20 MiB, inclusive.</summary>
    public const long MostBytes = 20L * 1024 * 1024;

    /// <summary>Most bytes of all files that a case lists or awaits: 200 MiB, inclusive.</summary>
    public const long MostBytesOfCase = 200L * 1024 * 1024;

    /// <summary>
    /// Most bytes of the files that are sent in one form, where no script sends them one by one: 90 MiB, inclusive. The host of
    /// Azure Functions takes 100 MB with all that is around them, and answers more itself.
    /// </summary>
    public const long MostBytesAtOnce = 90L * 1024 * 1024;

    /// <summary>Most files that a case lists or awaits.</summary>
    public const int MostFiles = 100;

    /// <summary>Most uploads that a case may ever open, whatever becomes of them.</summary>
    public const int MostUploads = 400;
}
