using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

public sealed class ActivitySpecsInMemory() : ActivitySpecs(BackendKind.InMemory, null);
