using Xunit.Abstractions;
using Xunit.Sdk;

namespace Tedori.Tests.Azurite;

/// <summary>Skips tests of a class that needs Azurite where there is none; an attribute cannot see the class.</summary>
public sealed class StoreFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    /// <summary>Why the tests of this class cannot run here, or null.</summary>
    internal static string? ReasonToSkip(ITestMethod method) =>
        method.TestClass.Class.GetCustomAttributes(typeof(NeedsAzuriteAttribute)).Any() ? AzuriteServer.Missing : null;

    /// <summary>The test, skipped for a reason.</summary>
    internal static XunitSkippedDataRowTestCase Skipped(
        IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method, string reason) =>
        new(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, reason);

    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        ReasonToSkip(testMethod) is { } reason
            ? Skipped(DiagnosticMessageSink, discoveryOptions, testMethod, reason)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}
