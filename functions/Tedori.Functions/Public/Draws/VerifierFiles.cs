using System.Security.Cryptography;
using System.Text;
using Tedori.Functions.Components;

namespace Tedori.Functions.Public.Draws;

/// <summary>The published verifiers, as they stand in this assembly.</summary>
public static class VerifierFiles
{
    /// <summary>For Python, standard library only.</summary>
    public static readonly string Python = EmbeddedText.Read("Draws/verify_draw.py");

    /// <summary>For a browser or Node; it stands in every page of a round.</summary>
    public static readonly string JavaScript = EmbeddedText.Read("Draws/verify_draw.js");

    /// <summary>The digest of the script in the form that a content security policy names it.</summary>
    public static readonly string ScriptSource =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(JavaScript)))}'";
}
