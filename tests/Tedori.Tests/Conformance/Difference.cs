using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

/// <summary>A spec that a back end does not keep.</summary>
/// <param name="Spec">The class and the name of the spec.</param>
/// <param name="Backend">Who does not keep it.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Symptom">A part of what the failing spec says there.</param>
internal sealed record Difference(string Spec, BackendKind Backend, string Reason, string Symptom);
