using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Functions.Operator;
using Tedori.Functions.Settings;

namespace Tedori.Functions.Development;

/// <summary>
/// Choosing whom of the made-up staff one is, on one machine and on a developer's. Everywhere else, and for whoever
/// does not sit at that machine, there is no such page.
/// </summary>
public sealed class SignInEndpoints(RequestPipeline pipeline, Responses responses, IStaffSignIn staff)
{
    /// <summary>Shows who one can be.</summary>
    [Function("DevelopmentSignInPage")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "local/sign-in")] HttpRequest request) =>
        AnswerAsync(request, (page, signIn) => responses.PageAsync<SignInPage>(new SignInModel(
            (page.Token.Name, page.Token.Value), DevelopmentSignIn.People, signIn.Of(request),
            Local(request.Query["post_login_redirect_uri"]))));

    /// <summary>Signs in.</summary>
    [Function("DevelopmentSignIn")]
    public Task<IActionResult> SignInAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "local/sign-in")] HttpRequest request) =>
        AnswerAsync(request, async (page, signIn) =>
        {
            if (DevelopmentSignIn.People.FirstOrDefault(p => p.Id == page.Form["person"]) is not { } person)
                return await responses.MessageAsync(400, "サインインできません", "この職員はいません。一覧から選んでください。");
            signIn.SignIn(request.HttpContext.Response, person);
            return Responses.SeeOther(request.HttpContext.Response, Local(page.Form["back"]));
        });

    /// <summary>Signs out.</summary>
    [Function("DevelopmentSignOut")]
    public Task<IActionResult> SignOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "local/sign-out")] HttpRequest request) =>
        AnswerAsync(request, (page, signIn) =>
        {
            signIn.SignIn(request.HttpContext.Response, null);
            return Task.FromResult(Responses.SeeOther(request.HttpContext.Response, signIn.SignOutPath));
        });

    private Task<IActionResult> AnswerAsync(
        HttpRequest request, Func<PageRequest, DevelopmentSignIn, Task<IActionResult>> answer) =>
        staff is DevelopmentSignIn signIn && Loopback.Asks(request)
            ? pipeline.PublicAsync(request, page => answer(page, signIn))
            : pipeline.AbsentAsync(request, []);

    // Only to a page of our own.
    private static string Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal)
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Any(char.IsControl)
                ? path
                : "/staff";
}
