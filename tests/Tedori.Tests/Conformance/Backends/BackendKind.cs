namespace Tedori.Tests.Conformance.Backends;

/// <summary>What runs the specs of Durable Task.</summary>
public enum BackendKind
{
    /// <summary>The engine of one machine, on virtual time.</summary>
    Engine,

    /// <summary>Microsoft's test host: the worker and the client over gRPC, state in memory.</summary>
    InMemory,

    /// <summary>The worker and the client over gRPC, state in Azure Storage as Azurite keeps it.</summary>
    AzureStorage,
}
