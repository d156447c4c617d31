using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Functions.Languages;
using Tedori.Programme;
using Tedori.Programme.Text;
using Tedori.Workflows.Access;
using static Tedori.Functions.Languages.Phrases;

namespace Tedori.Functions.Public.LostLinks;

/// <summary>
/// Sends a lost link again, to the registered address only. The answer is the same whether or not there is such a case.
/// </summary>
public sealed class LostLinkEndpoints(RequestPipeline pipeline, Responses responses, LinkService service, CallerLimits limits,
    TimeProvider time)
{
    // To put a notice into the outbox and to hint at it takes less.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    /// <summary>The form.</summary>
    [Function("LostLinkForm")]
    public Task<IActionResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "lost-link")] HttpRequest request) =>
        pipeline.PublicAsync(
            request, page => responses.PageAsync<LostLinkPage>(new LostLinkModel(page.Token, page.Form, [])));

    /// <summary>Sends it.</summary>
    [Function("LostLink")]
    public Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lost-link")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.PublicAsync(request, SendAsync);

    /// <summary>The answer.</summary>
    [Function("LostLinkSent")]
    public Task<IActionResult> SentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "lost-link/sent")] HttpRequest request) =>
        pipeline.PublicAsync(request, page => responses.PageAsync<LostLinkSentPage>(page));

    private async Task<IActionResult> SendAsync(PageRequest page)
    {
        var (number, email) = (page.Form[LostLinkModel.CaseField], MailAddresses.Fold(page.Form[LostLinkModel.EmailField]));
        var errors = Errors(number, email, out var id);
        if (errors.Count > 0)
            return await responses.PageAsync<LostLinkPage>(
                new LostLinkModel(page.Token, page.Form, errors), StatusCodes.Status422UnprocessableEntity);
        // Counted before anything is looked up, so that the limit tells nothing either.
        if (!limits.AdmitRare($"link from {CallerLimits.NetworkOf(page.Request)}")
            || !limits.AdmitRare($"link to {Digest(email)}"))
            return await TooManyAsync(page.Request.HttpContext.Response);
        var started = time.GetTimestamp();
        await (id is { } known
            ? service.SendAgainAsync(known, email, page.ReceivedAt, page.Cancellation)
            : service.SendAgainAsync(email, page.ReceivedAt, page.Cancellation));
        await time.EvenOutAsync(started, Step, page.Cancellation);
        return Responses.SeeOther(page.Request.HttpContext.Response, "/lost-link/sent");
    }

    private static List<FieldError> Errors(string number, string email, out CaseId? id)
    {
        var errors = new List<FieldError>();
        id = ReceiptNumbers.TryRead(number, out var read) ? read : null;
        if (id is null && number.Length > 0)
            errors.Add(new(LostLinkModel.CaseField, Say("受付番号を「r7-07-00123」の形で入力してください。分からないときは、空欄のままで送れます。")));
        if (MailAddresses.Read(email).Refusal is { } refusal)
            errors.Add(new(LostLinkModel.EmailField, Say("登録したEメールアドレスを入力してください。{0}", Sentences.Of(refusal.Text))));
        return errors;
    }

    private Task<IActionResult> TooManyAsync(HttpResponse response)
    {
        response.Headers.RetryAfter = "900";
        return responses.MessageAsync(StatusCodes.Status429TooManyRequests, Say("しばらくお待ちください"),
            Say("リンクの再送の回数が上限に達しました。15分ほど待ってから、もう一度お試しください。"));
    }

    private static string Digest(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.ToLowerInvariant())));
}
