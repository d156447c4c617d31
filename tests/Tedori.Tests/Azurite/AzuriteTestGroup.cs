using Tedori.Testing.Azurite;

namespace Tedori.Tests.Azurite;

/// <summary>The tests that share one Azurite: <c>[Collection(AzuriteServer.Collection)]</c>.</summary>
[CollectionDefinition(AzuriteServer.Collection)]
public sealed class AzuriteTestGroup : ICollectionFixture<AzuriteServer>;
