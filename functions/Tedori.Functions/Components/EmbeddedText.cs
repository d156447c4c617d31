using System.Security.Cryptography;
using System.Text;

namespace Tedori.Functions.Components;

/// <summary>The scripts that this assembly carries.</summary>
public static class EmbeddedText
{
    /// <summary>The text of that name.</summary>
    /// <exception cref="InvalidOperationException">The assembly carries none.</exception>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly carries no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A digest of the text, short enough for an address.</summary>
    public static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
