using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Functions.Public.Absence;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Records;

namespace Tedori.Functions.Public.LanguageChoices;

/// <summary>Takes the choice of a language and leads back to the page on which it was made.</summary>
public sealed class LanguageEndpoints(
    RequestPipeline pipeline, Responses responses, LanguageChoice choice, IRecords records)
{
    /// <summary>Remembers it. A code that is none is refused; an address of another site leads to the front page.</summary>
    [Function("ChooseLanguage")]
    public Task<IActionResult> ChooseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "language")] HttpRequest request) =>
        pipeline.ChoiceAsync(request, page => AnswerAsync(page, _ => Task.CompletedTask));

    /// <summary>Remembers it, and has the mails to the company begin in it.</summary>
    [Function("ChooseLanguageOfCase")]
    public Task<IActionResult> ChooseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "my/{caseId}/language")] HttpRequest request, string caseId) =>
        pipeline.CompanyAsync(request, caseId, page => AnswerAsync(page, language => records.ChooseLanguageAsync(
            page.Session.CaseId, new(language.Binds ? null : language.Code, page.ReceivedAt), page.Cancellation)));

    private async Task<IActionResult> AnswerAsync(PageRequest page, Func<Language, Task> keepAsync)
    {
        var asked = page.Form[LanguageSwitch.PageField];
        // What only takes what is sent is no page to come back to.
        var back = LanguageChoice.IsOfThisSite(asked) ? RouteMethods.OfFunctions.Shown(asked) : "/";
        if (Language.Find(page.Form[LanguageSwitch.LanguageField]) is not { } language)
        {
            LanguageChoice.ComeBackTo(back);
            return await responses.LanguageMissingAsync();
        }

        await keepAsync(language);
        choice.Remember(page.Request.HttpContext.Response, language);
        return Responses.SeeOther(page.Request.HttpContext.Response, back);
    }
}
