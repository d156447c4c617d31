using System.Security.Cryptography;
using System.Text;
using Tedori.Programme.Serialization;

namespace Tedori.Programme.Filings;

/// <summary>
/// Key of a filing online: the key of its request bound to what the request sent. The same again is the same filing;
/// other content under the same key is another filing, and is judged as one. Storage format.
/// </summary>
public static class FilingKey
{
    private const int DigestBytes = 16;

    /// <summary>The key.</summary>
    /// <param name="request">Key of the request.</param>
    /// <param name="form">Which form was sent.</param>
    /// <param name="answers">What was filled in.</param>
    public static string Of(string request, FormKey form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var texts = answers.Texts.OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => (IReadOnlyList<string>)[t.Key, t.Value]).ToList();
        var sent = Encoding.UTF8.GetBytes($"{form}\n{TedoriJson.Write(texts)}");
        return $"{request}.{Convert.ToHexStringLower(SHA256.HashData(sent).AsSpan(0, DigestBytes))}";
    }
}
