using Tedori.Programme.Evidence;

namespace Tedori.Functions.Http;

/// <summary>How much a route takes.</summary>
public enum BodyLimit
{
    /// <summary>A form without files: 1 MiB.</summary>
    Form,

    /// <summary>
    /// A form with as many files as a case may have at all (<see cref="EvidenceLimits.MostBytesOfCase"/>), which is what the
    /// front end of Azure Functions takes. How large each of them may be is decided where they are taken.
    /// </summary>
    Files,
}
