using Microsoft.AspNetCore.Http;

namespace Tedori.Functions.Http;

/// <summary>For a host that no scanner reports to.</summary>
public sealed class NoScanner : IScannerSignIn
{
    /// <inheritdoc/>
    public bool Admits(HttpRequest request) => false;
}
