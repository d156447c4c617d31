using Xunit.Abstractions;
using Xunit.Sdk;

namespace Tedori.Tests.Azurite;

/// <summary>As <see cref="StoreFactDiscoverer"/>, for theories.</summary>
public sealed class StoreTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        StoreFactDiscoverer.ReasonToSkip(testMethod) is { } reason
            ? [StoreFactDiscoverer.Skipped(DiagnosticMessageSink, discoveryOptions, testMethod, reason)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}
