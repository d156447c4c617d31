using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public sealed class ActivitySpecsOnEngine() : ActivitySpecs(BackendKind.Engine, null);
