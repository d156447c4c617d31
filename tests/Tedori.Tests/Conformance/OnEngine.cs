using Tedori.Tests.Conformance.App;
using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public sealed class ActivitySpecsOnEngine() : ActivitySpecs(BackendKind.Engine, null);

public sealed class ContinueAsNewSpecsOnEngine() : ContinueAsNewSpecs(BackendKind.Engine, null);

public sealed class EventSpecsOnEngine() : EventSpecs(BackendKind.Engine, null);

public sealed class FailureSpecsOnEngine() : FailureSpecs(BackendKind.Engine, null);

public sealed class PurgeSpecsOnEngine() : PurgeSpecs(BackendKind.Engine, null);

public sealed class QuerySpecsOnEngine() : QuerySpecs(BackendKind.Engine, null);

public sealed class ReplaySpecsOnEngine() : ReplaySpecs(BackendKind.Engine, null);

public sealed class RestartSpecsOnEngine() : RestartSpecs(BackendKind.Engine, null);

public sealed class RetrySpecsOnEngine() : RetrySpecs(BackendKind.Engine, null);

public sealed class StartSpecsOnEngine() : StartSpecs(BackendKind.Engine, null);

public sealed class SubOrchestratorSpecsOnEngine() : SubOrchestratorSpecs(BackendKind.Engine, null);

public sealed class SuspensionSpecsOnEngine() : SuspensionSpecs(BackendKind.Engine, null);

public sealed class TerminationSpecsOnEngine() : TerminationSpecs(BackendKind.Engine, null);

public sealed class TimerSpecsOnEngine() : TimerSpecs(BackendKind.Engine, null);

public sealed class VersionSpecsOnEngine() : VersionSpecs(BackendKind.Engine, null);

public sealed class ProgrammeSpecsOnEngine() : ProgrammeSpecs(BackendKind.Engine, null);
