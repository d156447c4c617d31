using Tedori.Tests.Azurite;

namespace Tedori.BrowserTests.Evidence;

/// <summary>A test that needs the browser and Azurite; skipped, with the reason, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteBrowserFactAttribute : FactAttribute
{
    public AzuriteBrowserFactAttribute() => Skip = BrowserTools.Missing ?? AzuriteServer.Missing;
}
