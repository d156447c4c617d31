using Tedori.Tests.Conformance.App;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public sealed class ActivitySpecsInMemory() : ActivitySpecs(BackendKind.InMemory, null);

public sealed class ContinueAsNewSpecsInMemory() : ContinueAsNewSpecs(BackendKind.InMemory, null);

public sealed class EventSpecsInMemory() : EventSpecs(BackendKind.InMemory, null);

public sealed class FailureSpecsInMemory() : FailureSpecs(BackendKind.InMemory, null);

public sealed class PurgeSpecsInMemory() : PurgeSpecs(BackendKind.InMemory, null);

public sealed class QuerySpecsInMemory() : QuerySpecs(BackendKind.InMemory, null);

public sealed class ReplaySpecsInMemory() : ReplaySpecs(BackendKind.InMemory, null);

public sealed class RestartSpecsInMemory() : RestartSpecs(BackendKind.InMemory, null);

public sealed class RetrySpecsInMemory() : RetrySpecs(BackendKind.InMemory, null);

public sealed class StartSpecsInMemory() : StartSpecs(BackendKind.InMemory, null);

public sealed class SubOrchestratorSpecsInMemory() : SubOrchestratorSpecs(BackendKind.InMemory, null);

public sealed class SuspensionSpecsInMemory() : SuspensionSpecs(BackendKind.InMemory, null);

public sealed class TerminationSpecsInMemory() : TerminationSpecs(BackendKind.InMemory, null);

public sealed class TimerSpecsInMemory() : TimerSpecs(BackendKind.InMemory, null);

public sealed class VersionSpecsInMemory() : VersionSpecs(BackendKind.InMemory, null);

public sealed class ProgrammeSpecsInMemory() : ProgrammeSpecs(BackendKind.InMemory, null);
