using Microsoft.AspNetCore.Http;
using Tedori.Functions.Languages;

namespace Tedori.Functions.Http;

/// <summary>The language that a browser was told to remember: a cookie that holds a code and nothing else, for a year.</summary>
public sealed class LanguageChoice(PublicAddress address)
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "tedori-language";

    private const int LongestPage = 1024;

    /// <summary>Who reads the answer to a request.</summary>
    public static Reader ReaderOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var page = request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        return new(
            Language.Find(request.Cookies[Cookie]) ?? Language.Japanese,
            IsOfThisSite(page) ? page : null)
        {
            IsAnswered = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method),
        };
    }

    /// <summary>Remembers a language, Japanese as well: whoever chose it keeps it where a mail's link would begin in another.</summary>
    public void Remember(HttpResponse response, Language language)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(language);
        response.Cookies.Append(Cookie, language.Code, Options());
    }

    /// <summary>
    /// Answers in a language, that of the mail whose link was opened, where the browser remembers none of its own.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="code">Code of the language; null for Japanese.</param>
    /// <returns>The language, where the browser may remember it from now on; else null.</returns>
    public static Language? BeginIn(HttpRequest request, string? code)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Language.Find(request.Cookies[Cookie]) is not null || Language.Find(code) is not { Binds: false } language)
            return null;
        Reader.Current = Reader.Current with { Language = language };
        return language;
    }

    /// <summary>Names the address to which whoever reads this answer comes back in another language.</summary>
    /// <param name="page">The address.</param>
    /// <param name="kept">Whether what was typed is kept and stands there again.</param>
    public static void ComeBackTo(string page, bool kept = false) => Reader.Current = Reader.Current with
    {
        Page = IsOfThisSite(page) ? page : null,
        IsAnswered = Reader.Current.IsAnswered && !kept,
    };

    /// <summary>Whether an address leads to a page of this site whatever a browser makes of it.</summary>
    public static bool IsOfThisSite(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page is ['/', ..] and not ['/', '/' or '\\', ..] && page.Length <= LongestPage
            && page.All(c => c is > ' ' and <= '~' and not '\\');
    }

    private CookieOptions Options() => new()
    {
        HttpOnly = true,
        // Lax: whoever comes by the link of a mail reads on in the same language.
        SameSite = SameSiteMode.Lax,
        Secure = address.Base?.Scheme == Uri.UriSchemeHttps,
        Path = "/",
        MaxAge = TimeSpan.FromDays(365),
    };
}
