using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Tedori.Functions.Components;
using Tedori.Functions.Operator;
using Tedori.Local.Composition;

namespace Tedori.Local.Serve;

/// <summary>
/// The operator's pages of one machine, under <c>/local</c>: loopback only, and a GET changes nothing.
/// </summary>
internal sealed class OperatorRoutes(LocalPlatform platform, ServeClock clock, PageRenderer pages)
{
    private readonly OperatorModels service = new(platform, clock);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/local", RoundsAsync);
        endpoints.MapPost("/local/clock/next", AdvanceAsync);
        endpoints.MapGet("/local/rounds/{round}", async (string round, int? page) =>
            await service.CasesAsync(round, PageOf(page)) is { } model
                ? await HtmlAsync<CasesPage>(nameof(CasesPage.Model), model)
                : NotFound());
        endpoints.MapGet("/local/cases/{id}", async (string id) =>
            await service.CaseAsync(id) is { } model
                ? await HtmlAsync<CasePage>(nameof(CasePage.Model), model)
                : NotFound());
        endpoints.MapGet("/local/outbox", (int? page) =>
            HtmlAsync<OutboxPage>(nameof(OutboxPage.Model), service.Outbox(PageOf(page))));
        endpoints.MapGet("/local/mail/{id}", async (string id) =>
            service.Mail(id) is var (model, _) ? await HtmlAsync<MailPage>(nameof(MailPage.Model), model) : NotFound());
        endpoints.MapGet("/local/mail/{id}/html", (string id, HttpContext context) => MailHtml(id, context));
    }

    private async Task<IResult> RoundsAsync(HttpContext context, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return await HtmlAsync<RoundsPage>(
            nameof(RoundsPage.Model), await service.RoundsAsync((tokens.FormFieldName, tokens.RequestToken!)));
    }

    private const int MostSteps = 500;

    private static readonly Duration MostAhead = Duration.FromDays(366);

    private async Task<IResult> AdvanceAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (await RefusalAsync(context, antiforgery) is { } refusal)
            return refusal;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (TargetOf(form["to"].ToString()) is not { } target)
        {
            return Results.Text(
                "時刻は、今から1年以内の、2025-11-10T00:00:00Zの形で指定してください。ページを開き直してください。\n",
                "text/plain; charset=utf-8", Encoding.UTF8, 400);
        }

        await AdvanceToAsync(target, context.RequestAborted);
        context.Response.Headers.Location = "/local";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    // The instant that the page showed; without one the next due. One that has come meanwhile is where the clock is: whoever
    // presses twice moves it once. Null where it is none, or so far off that the calendar may end before it.
    private Instant? TargetOf(string shown)
    {
        var now = clock.Now;
        if (shown.Length == 0)
            return Instant.Max(platform.Engine.NextDue ?? now, now);
        return InstantPattern.ExtendedIso.Parse(shown) is { Success: true, Value: var to } && to <= now + MostAhead
            ? Instant.Max(to, now)
            : null;
    }

    // Past whatever comes to be due before it meanwhile. What follows within a second is one step to who looks: mails that
    // leave one after the other, for example.
    private async Task AdvanceToAsync(Instant target, CancellationToken cancellation)
    {
        if (target <= clock.Now)
            return;
        var until = target + Duration.FromSeconds(1);
        for (var step = 0; step < MostSteps && platform.Engine.NextDue is { } due && due < until; step++)
        {
            clock.MoveOnTo(due);
            await platform.WhenIdleAsync(cancellation);
        }

        clock.MoveOnTo(target);
        await platform.WhenIdleAsync(cancellation);
    }

    /// <summary>What a form that is not ours is answered, or null for one of ours.</summary>
    internal static async Task<IResult?> RefusalAsync(HttpContext context, IAntiforgery antiforgery)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return null;
        }
        catch (AntiforgeryValidationException e) when (e.InnerException is BadHttpRequestException bad)
        {
            return Results.StatusCode(bad.StatusCode);
        }
        catch (AntiforgeryValidationException)
        {
            return Results.Text("このフォームは無効です。ページを開き直してください。\n", "text/plain; charset=utf-8", Encoding.UTF8, 400);
        }
    }

    private IResult MailHtml(string id, HttpContext context)
    {
        if (service.Mail(id) is not var (_, html))
            return NotFound();
        // A mail is styled inline, because mail readers know nothing else.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.Content(html, MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    private async Task<IResult> HtmlAsync<TPage>(string name, object model)
        where TPage : IComponent =>
        Results.Content(
            await pages.RenderAsync<TPage>(new() { [name] = model }), MediaTypeNames.Text.Html, Encoding.UTF8);

    private static IResult NotFound() =>
        Results.Text("ページが見つかりません。\n", "text/plain; charset=utf-8", Encoding.UTF8, StatusCodes.Status404NotFound);

    private static int PageOf(int? page) => Math.Clamp(page ?? 1, 1, 1_000_000);
}
