using Xunit.Sdk;

namespace Tedori.Tests.Azurite;

/// <summary>A test of a contract that several stores keep, some of which need Azurite.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Tedori.Tests.Azurite.StoreFactDiscoverer", "Tedori.Tests")]
public sealed class StoreFactAttribute : FactAttribute;
