using Tedori.Tests.Conformance.Backends;

namespace Tedori.Tests.Conformance;

/// <summary>Every spec that some back end does not keep, and why.</summary>
internal static class Differences
{
    public static readonly IReadOnlyList<Difference> All = [];

    public static Difference? Of(string group, string spec, BackendKind backend) =>
        All.SingleOrDefault(d => d.Spec == $"{group}.{spec}" && d.Backend == backend);
}
