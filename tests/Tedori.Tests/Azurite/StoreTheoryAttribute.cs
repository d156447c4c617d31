using Xunit.Sdk;

namespace Tedori.Tests.Azurite;

/// <summary>A theory of a contract that several stores keep, some of which need Azurite.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Tedori.Tests.Azurite.StoreTheoryDiscoverer", "Tedori.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;
