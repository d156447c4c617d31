namespace Tedori.Local.Host;

/// <summary>The functions of the app contradict each other or the rules of the host.</summary>
internal sealed class FunctionCatalogException(string message) : InvalidOperationException(message);
