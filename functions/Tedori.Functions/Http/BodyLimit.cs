using Tedori.Programme.Evidence;

namespace Tedori.Functions.Http;

/// <summary>How much a route takes.</summary>
public enum BodyLimit
{
    /// <summary>A form without files: 1 MiB.</summary>
    Form,

    /// <summary>A form with one file: 20 MiB and a form.</summary>
    File,

    /// <summary>
    /// A form with several files: <see cref="EvidenceLimits.MostBytesAtOnce"/> and a form. How large each of them may be is
    /// decided where they are taken.
    /// </summary>
    Files,
}
