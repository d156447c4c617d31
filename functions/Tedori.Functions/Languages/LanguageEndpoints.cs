using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;

namespace Tedori.Functions.Languages;

/// <summary>Takes the choice of a language and leads back to the page on which it was made.</summary>
public sealed class LanguageEndpoints(RequestPipeline pipeline, LanguageChoice choice)
{
    /// <summary>Where it is sent to.</summary>
    public const string Path = "/language";

    /// <summary>Field of the code.</summary>
    public const string LanguageField = "language";

    /// <summary>Field of the page to come back to.</summary>
    public const string PageField = "page";

    /// <summary>Remembers it. A code that is none changes nothing; an address of another site leads to the front page.</summary>
    [Function("ChooseLanguage")]
    public Task<IActionResult> ChooseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "language")] HttpRequest request) =>
        pipeline.ChoiceAsync(request, page =>
        {
            var response = request.HttpContext.Response;
            if (Language.Find(page.Form[LanguageField]) is { } language)
                choice.Remember(response, language);
            var back = page.Form[PageField];
            return Task.FromResult(Responses.SeeOther(response, LanguageChoice.IsOfThisSite(back) ? back : "/"));
        });
}
