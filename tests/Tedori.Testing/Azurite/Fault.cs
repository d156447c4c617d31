namespace Tedori.Testing.Azurite;

/// <summary>What a <see cref="FaultProxy"/> does to a request.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection is cut before the request reaches the service.</summary>
    CutBefore,

    /// <summary>The service carries it out; the connection is cut before the answer.</summary>
    CutAfter,

    /// <summary>The service carries it out; a gateway answers that something went wrong.</summary>
    ErrorAfter,

    /// <summary>503 ServerBusy with Retry-After; the service does not see it.</summary>
    Busy,

    /// <summary>429 with Retry-After; the service does not see it.</summary>
    TooMany,
}
