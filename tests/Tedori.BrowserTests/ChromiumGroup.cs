namespace Tedori.BrowserTests;

/// <summary>Tests that share the browser, one class after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumGroup : ICollectionFixture<Chromium>
{
    public const string Name = "chromium";
}
