using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;

namespace Tedori.Functions.Public.LanguageChoices;

/// <summary>Takes the choice of a language and leads back to the page on which it was made.</summary>
public sealed class LanguageEndpoints(RequestPipeline pipeline, Responses responses, LanguageChoice choice)
{
    /// <summary>Remembers it. A code that is none is refused; an address of another site leads to the front page.</summary>
    [Function("ChooseLanguage")]
    public Task<IActionResult> ChooseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "language")] HttpRequest request) =>
        pipeline.ChoiceAsync(request, page =>
        {
            var response = request.HttpContext.Response;
            if (Language.Find(page.Form[LanguageSwitch.LanguageField]) is not { } language)
                return responses.LanguageMissingAsync();
            choice.Remember(response, language);
            var back = page.Form[LanguageSwitch.PageField];
            return Task.FromResult<IActionResult>(Responses.SeeOther(response, LanguageChoice.IsOfThisSite(back) ? back : "/"));
        });
}
