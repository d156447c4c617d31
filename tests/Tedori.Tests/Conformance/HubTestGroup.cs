namespace Tedori.Tests.Conformance;

/// <summary>The tests that share one Azurite for their task hubs.</summary>
[CollectionDefinition(Name)]
public sealed class HubTestGroup : ICollectionFixture<HubEmulator>
{
    public const string Name = "Task hubs";
}
