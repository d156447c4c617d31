using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Tedori.Functions.Http;
using Tedori.Pages.Operator;

namespace Tedori.Functions.Development;

/// <summary>
/// Choosing whom of the made-up staff one is, on one machine and on a developer's. Everywhere else, and for whoever
/// does not sit at that machine, there is no such page.
/// </summary>
public sealed class SignInPages(Door door, Answers answers, IStaffSignIn staff)
{
    /// <summary>Shows who one can be.</summary>
    [Function("DevelopmentSignInPage")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "local/sign-in")] HttpRequest request) =>
        AnswerAsync(request, (visit, signIn) => answers.PageAsync<SignInPage>(new SignInModel(
            (visit.Token.Name, visit.Token.Value), DevelopmentSignIn.People, signIn.Of(request),
            Local(request.Query["post_login_redirect_uri"]))));

    /// <summary>Signs in.</summary>
    [Function("DevelopmentSignIn")]
    public Task<IActionResult> SignInAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "local/sign-in")] HttpRequest request) =>
        AnswerAsync(request, async (visit, signIn) =>
        {
            if (DevelopmentSignIn.People.FirstOrDefault(p => p.Id == visit.Form["person"]) is not { } person)
                return await answers.MessageAsync(400, "サインインできません", "この職員はいません。一覧から選んでください。");
            signIn.SignIn(request.HttpContext.Response, person);
            return Answers.SeeOther(request.HttpContext.Response, Local(visit.Form["back"]));
        });

    /// <summary>Signs out.</summary>
    [Function("DevelopmentSignOut")]
    public Task<IActionResult> SignOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "local/sign-out")] HttpRequest request) =>
        AnswerAsync(request, (visit, signIn) =>
        {
            signIn.SignIn(request.HttpContext.Response, null);
            return Task.FromResult(Answers.SeeOther(request.HttpContext.Response, signIn.SignOutPath));
        });

    private Task<IActionResult> AnswerAsync(
        HttpRequest request, Func<Visit, DevelopmentSignIn, Task<IActionResult>> answer) =>
        staff is DevelopmentSignIn signIn && Loopback.Asks(request)
            ? door.PublicAsync(request, visit => answer(visit, signIn))
            : door.AbsentAsync(request);

    // Only to a page of our own.
    private static string Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal)
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Any(char.IsControl)
                ? path
                : "/staff";
}
