using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Tedori.Workflows.Health;

namespace Tedori.Functions.Http;

/// <summary>The keys of the platform.</summary>
internal sealed class KeyProbe(IDataProtectionProvider protection) : IKeyProbe
{
    private const string Text = "tedori";

    private readonly IDataProtector protector = protection.CreateProtector("Tedori.KeyProbe.v1");

    /// <inheritdoc/>
    public string Seal() => protector.Protect(Text);

    /// <inheritdoc/>
    public bool Opens(string text)
    {
        try
        {
            return protector.Unprotect(text) == Text;
        }
        catch (CryptographicException)
        {
            // The key that sealed it is gone or damaged.
            return false;
        }
    }
}
