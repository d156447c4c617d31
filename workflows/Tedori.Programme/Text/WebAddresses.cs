using System.Text.RegularExpressions;

namespace Tedori.Programme.Text;

/// <summary>Addresses that mail readers would make a link of.</summary>
public static partial class WebAddresses
{
    /// <summary>
    /// Whether mail readers would make a link of something in it. Names go into mails to whatever address was typed, so
    /// nobody may have us send his link. A name such as 価格.com is a name.
    /// </summary>
    public static bool AreIn(string text)
    {
        var usual = TypedText.Narrow(text).ToLowerInvariant();
        return usual.Contains("://", StringComparison.Ordinal) || usual.Contains("www.", StringComparison.Ordinal)
            || usual.Contains('@', StringComparison.Ordinal) || DomainWithPath().IsMatch(usual);
    }

    [GeneratedRegex("[a-z0-9-]\\.[a-z]{2,}[/?#:]")]
    private static partial Regex DomainWithPath();
}
