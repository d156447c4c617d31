using Microsoft.AspNetCore.Http;

namespace Tedori.Functions.Http;

/// <summary>Whether a request comes from the malware scanner's event topic, as the platform tells.</summary>
public interface IScannerSignIn
{
    /// <summary>Whether it does.</summary>
    bool Admits(HttpRequest request);
}
