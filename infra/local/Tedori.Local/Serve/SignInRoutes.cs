using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tedori.Functions.Http;
using Tedori.Pages;
using Tedori.Pages.Operator;

namespace Tedori.Local.Serve;

/// <summary>Choosing whom of the made-up staff one is.</summary>
internal sealed class SignInRoutes(IServiceProvider services, PageRenderer pages)
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/local/sign-in", ShowAsync);
        endpoints.MapPost("/local/sign-in", SignInAsync);
        endpoints.MapPost("/local/sign-out", SignOutAsync);
    }

    private async Task<IResult> ShowAsync(HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        var present = services.GetRequiredService<IStaffSignIn>().Of(context.Request);
        var model = new SignInModel(
            (tokens.FormFieldName, tokens.RequestToken!), DevelopmentSignIn.People, present,
            Local(context.Request.Query["post_login_redirect_uri"]));
        var html = await pages.RenderAsync<SignInPage>(new() { [nameof(SignInPage.Model)] = model });
        return Results.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    private async Task<IResult> SignInAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (await OperatorRoutes.RefusalAsync(context, antiforgery) is { } refusal)
            return refusal;
        var form = await context.Request.ReadFormAsync();
        if (DevelopmentSignIn.People.FirstOrDefault(p => p.Id == form["person"]) is not { } person)
            return Results.Text("この職員はいません。一覧から選んでください。\n", "text/plain; charset=utf-8", Encoding.UTF8, 400);
        if (services.GetRequiredService<IStaffSignIn>() is DevelopmentSignIn signIn)
            signIn.SignIn(context.Response, person);
        context.Response.Headers.Location = Local(form["back"]);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (await OperatorRoutes.RefusalAsync(context, antiforgery) is { } refusal)
            return refusal;
        if (services.GetRequiredService<IStaffSignIn>() is DevelopmentSignIn signIn)
            signIn.SignIn(context.Response, null);
        context.Response.Headers.Location = "/local/sign-in";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    // Only to a page of our own.
    private static string Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal)
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Any(char.IsControl)
                ? path
                : "/staff";
}
