using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

[Collection(HubTestGroup.Name)]
public sealed class ActivitySpecsOnAzureStorage(HubEmulator emulator)
    : ActivitySpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class ContinueAsNewSpecsOnAzureStorage(HubEmulator emulator)
    : ContinueAsNewSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class EventSpecsOnAzureStorage(HubEmulator emulator)
    : EventSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class FailureSpecsOnAzureStorage(HubEmulator emulator)
    : FailureSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class PurgeSpecsOnAzureStorage(HubEmulator emulator)
    : PurgeSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class QuerySpecsOnAzureStorage(HubEmulator emulator)
    : QuerySpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class ReplaySpecsOnAzureStorage(HubEmulator emulator)
    : ReplaySpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class RestartSpecsOnAzureStorage(HubEmulator emulator)
    : RestartSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class RetrySpecsOnAzureStorage(HubEmulator emulator)
    : RetrySpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class StartSpecsOnAzureStorage(HubEmulator emulator)
    : StartSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class SubOrchestratorSpecsOnAzureStorage(HubEmulator emulator)
    : SubOrchestratorSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class SuspensionSpecsOnAzureStorage(HubEmulator emulator)
    : SuspensionSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class TerminationSpecsOnAzureStorage(HubEmulator emulator)
    : TerminationSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class TimerSpecsOnAzureStorage(HubEmulator emulator)
    : TimerSpecs(BackendKind.AzureStorage, emulator);

[Collection(HubTestGroup.Name)]
public sealed class VersionSpecsOnAzureStorage(HubEmulator emulator)
    : VersionSpecs(BackendKind.AzureStorage, emulator);
