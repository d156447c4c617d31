using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;
using Tedori.Functions.Components.Forms;
using Tedori.Functions.Http;
using Tedori.Programme;
using Tedori.Programme.Evidence;
using Tedori.Programme.Post;
using Tedori.Programme.Text;
using Tedori.Workflows.Audit;
using Tedori.Workflows.Cases;
using Tedori.Workflows.Editions;
using Tedori.Workflows.Evidence;
using Tedori.Workflows.Notices;
using Tedori.Workflows.Office;
using Tedori.Workflows.Post;

namespace Tedori.Functions.Staff.Post;

/// <summary>
/// The post: the list of a round, recording an envelope, the second reading of a postmark that decides.
/// </summary>
public sealed class PostEndpoints(
    RequestPipeline pipeline, Responses responses, PostService post, EnvelopeForms forms, CaseCommandHandler cases, EditionCatalog editions,
    EvidenceRecords verdicts, IEvidenceStore store, NoticePreview notices, StaffTrail trail)
{
    private static readonly Duration Life = Duration.FromMinutes(2);

    private const string Preview = "preview";
    private const string Create = "staff/post/new";
    private const string One = "staff/post/{round}/{envelope}";

    /// <summary>The envelopes of all rounds, those that wait first.</summary>
    [Function("ListPost")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "staff/post")] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            var envelopes = new List<Envelope>();
            foreach (var round in editions.All.SelectMany(e => e.Rounds, (e, r) => new RoundId(e.Id, r.Number)))
            {
                await foreach (var envelope in post.OfRoundAsync(round))
                    envelopes.Add(envelope);
            }

            await trail.SawAsync(page, "viewPost", "post");
            var ordered = envelopes.OrderBy(e => e.State is EnvelopeState.Filed or EnvelopeState.Refused ? 1 : 0)
                .ThenByDescending(e => e.Readings[0].At).ToList();
            return await responses.PageAsync<PostListPage>(new PostListModel(ordered, page.Member));
        });

    /// <summary>The form for an envelope.</summary>
    [Function("NewPost")]
    public Task<IActionResult> NewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Create)] HttpRequest request) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, page =>
        {
            var fields = new Dictionary<string, IReadOnlyList<string>>
            {
                ["case"] = [request.Query["case"].ToString()],
                ["step"] = [request.Query["step"].ToString()],
            };
            return FormAsync(page, new PostedForm(fields), [], StatusCodes.Status200OK);
        });

    /// <summary>Records it.</summary>
    [Function("RecordPost")]
    public Task<IActionResult> RecordAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Create)] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, RecordAsync, BodyLimit.Files);

    /// <summary>One envelope.</summary>
    [Function("ShowPost")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One)] HttpRequest request, string round,
        string envelope) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
        {
            if (!RoundId.TryParse(round, out var id)
                || await post.FindAsync(id, envelope, page.Cancellation) is not { } found)
                return await responses.NotFoundAsync();
            await trail.SawAsync(page, "viewEnvelope", envelope);
            var state = (await cases.ReadAsync(found.Case, page.Cancellation))?.State;
            return await responses.PageAsync<PostPage>(new PostModel(found, page.Member, page.Token, [])
            {
                Paper = state is null ? null : PostalFiling.PaperOf(editions.Of(found.Case), state, found),
            });
        });

    /// <summary>
    /// Writes down who opens a file of an envelope, then leads to a link that works for two minutes and for this file only.
    /// Nobody reads a postmark again, or approves one, who has not opened the photo.
    /// </summary>
    [Function("PostFile")]
    public Task<IActionResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = One + "/files/{sha256}")] HttpRequest request,
        string round, string envelope, string sha256) =>
        pipeline.StaffAsync(request, StaffRole.Viewer, async page =>
            RoundId.TryParse(round, out var id) && await post.FindAsync(id, envelope, page.Cancellation) is { } found
                ? await OpenAsync(page, id, found, sha256)
                : await responses.NotFoundAsync());

    /// <summary>The second reading.</summary>
    [Function("ReadPostAgain")]
    public Task<IActionResult> ReadAgainAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One)] HttpRequest request, string round,
        string envelope,
        [DurableClient] DurableTaskClient client) =>
        pipeline.StaffAsync(request, StaffRole.Reviewer, async page =>
            RoundId.TryParse(round, out var id) && await post.FindAsync(id, envelope, page.Cancellation) is { } found
                ? await ReadAgainAsync(page, id, found)
                : await responses.NotFoundAsync());

    private async Task<IActionResult> RecordAsync(StaffRequest page)
    {
        if (page.Form["key"] is not { Length: 32 } key || !key.All(char.IsAsciiHexDigitLower))
            return await FormAsync(page, page.Form, [new("case", "画面を開き直して、もう一度登録してください。")]);
        var (envelope, errors, answer) = await trail.DoAsync(
            page, AuditActions.RecordPost, key, null, page.Form["case"], () => KeepAsync(page),
            done => done.Answer is { } a ? a.Refusal?.Code ?? a.Envelope?.State.ToString() ?? "shown" : "formRefused");
        if (envelope is null || answer is null)
            return await FormAsync(page, page.Form, errors);
        if (answer.Refusal is { } refusal)
            return await FormAsync(
                page, page.Form, [new(FieldOf(refusal), refusal.Text)], anew: refusal.Code == "keyUsed", files: forms.Sign(envelope));
        return page.Form["do"] == Preview
            ? await FormAsync(page, page.Form, [], StatusCodes.Status200OK, files: forms.Sign(envelope),
                mails: await MailsAsync(await post.AsksAsync(envelope, page.Cancellation), page.Cancellation))
            : Responses.SeeOther(page.Request.HttpContext.Response, PathOf(envelope));
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "arrivalInFuture" or "arrivedTooEarly" => "arrived",
        "keyUsed" => "case",
        _ => "postmark",
    };

    private async Task<(Envelope? Envelope, IReadOnlyList<FieldError> Errors, EnvelopeAnswer? Answer)> KeepAsync(
        StaffRequest page)
    {
        var (envelope, errors) = await forms.ReadAsync(page);
        return (envelope, errors, envelope is null ? null
            : page.Form["do"] == Preview ? new(null, await post.CheckAsync(envelope, page.Cancellation))
            : await post.RecordAsync(envelope, page.Cancellation));
    }

    private async Task<ExpectedMails> MailsAsync(AskedOfCase? asked, CancellationToken cancellation) => asked is null
        ? ExpectedMails.None
        : new([.. (await notices.OfAsync(asked, cancellation)).Mails.Select(m => new ExpectedGroup(1, m))]);

    private async Task<IActionResult> OpenAsync(StaffRequest page, RoundId round, Envelope envelope, string sha256)
    {
        if (envelope.Files.FirstOrDefault(f => f.Sha256 == sha256) is not { } file)
            return await responses.NotFoundAsync();
        if ((await verdicts.VerdictAsync(envelope.Case, sha256, page.Cancellation))?.Finding == VirusFinding.Malicious)
            return await responses.RefusedAsync("このファイルからウイルスが検出されたため、開けません。企業に再提出を依頼してください。");
        await trail.SawAsync(page, AuditActions.OpenFile, envelope.Case.ToString(), $"{sha256} {file.Name}");
        // Whoever asks only for the head has seen nothing.
        if (envelope.PhotoFile == file && !HttpMethods.IsHead(page.Request.Method))
            await post.SeeAsync(round, envelope.Id, page.Member.Id, page.Cancellation);
        var link = await store.LinkAsync(envelope.Case, file, Life, page.Cancellation);
        return Responses.SeeOther(page.Request.HttpContext.Response, link.ToString());
    }

    private async Task<IActionResult> ReadAgainAsync(StaffRequest page, RoundId round, Envelope envelope)
    {
        var errors = new List<FieldError>();
        var reading = EnvelopeForms.Reading(page, errors);
        if (reading is not null && page.Form["do"] == Preview)
        {
            // Of this reading alone: what another read is nobody's business before both have read.
            var asked = reading.Postmark is { } date ? await post.AsksAsync(envelope, date, page.Cancellation) : null;
            return await responses.PageAsync<PostPage>(new PostModel(envelope, page.Member, page.Token, [])
            {
                Form = page.Form,
                Mails = await MailsAsync(asked, page.Cancellation),
            });
        }

        if (errors.Count == 0)
        {
            var answer = await trail.DoAsync(
                page, AuditActions.ReadPostmark, envelope.Id, envelope.State.ToString(), null,
                () => post.ReadAgainAsync(round, envelope.Id, reading!, page.Cancellation),
                a => a.Refusal?.Code ?? a.Envelope!.State.ToString());
            if (answer.Refusal is not { } refusal)
                return Responses.SeeOther(page.Request.HttpContext.Response, PathOf(envelope));
            errors.Add(new("postmark", refusal.Text));
        }

        return await responses.PageAsync<PostPage>(
            new PostModel(envelope, page.Member, page.Token, errors), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> FormAsync(
        StaffRequest page, PostedForm form, IReadOnlyList<FieldError> errors,
        int status = StatusCodes.Status422UnprocessableEntity, bool anew = false, string files = "", ExpectedMails? mails = null)
    {
        var state = ReceiptNumbers.TryRead(form["case"], out var id) && editions.Has(id.Round)
            ? (await cases.ReadAsync(id, page.Cancellation))?.State
            : null;
        var edition = state is null ? editions.All.Last() : editions.Of(id);
        var key = !anew && form["key"] is { Length: 32 } kept
            ? kept
            : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        if (state is not null)
            await trail.SawAsync(page, "viewCase", id.ToString());
        return await responses.PageAsync<NewPostPage>(
            new NewPostModel(edition, state, form, errors, key, page.Member, page.Token) { Mails = mails, Kept = files.Length > 0 ? files : form[EnvelopeForms.Kept] }, status);
    }

    private static string PathOf(Envelope envelope) => $"/staff/post/{envelope.Case.Round}/{envelope.Id}";
}
